import type { Agreement, Instant } from '@concord/domain';
import type { IncidentClock } from '../incidents/incident-clocks';
import { AgreementLink } from '../agreements/agreement-link';
import { isAgreed } from '../incidents/incident-clocks';
import { spanWords } from '../words/line';
import { agreedResult } from './agreed-result';
import { At, Mark, None, Section, Table } from './parts';

interface Props {
  readonly clocks: readonly IncidentClock[];
  readonly agreement: Agreement | undefined;
  readonly now: Instant;
}

/** The waiting times that the agencies agreed: which were kept. A breach here is a service failure, not an unlawful detention. */
export const AgreedSection = ({ clocks, agreement, now }: Props) => {
  const agreed = clocks.filter(isAgreed).sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  return (
    <Section title="Agreed waiting times">
      <p>
        {agreement ? (
          <>
            <AgreementLink agreement={agreement} />
            {agreement.sample && ' (sample figures: no area has agreed them)'}. These are service standards,
            not law.
          </>
        ) : (
          'The agreement is not at hand.'
        )}
      </p>
      {agreed.length === 0 ? (
        <None>None has started.</None>
      ) : (
        <Table
          label="Agreed waiting times"
          heads={['Waiting time', 'Agreed', 'Started', 'Ended', 'Result']}
          rows={agreed.map((clock) => {
            const { tone, words } = agreedResult(clock, now);
            return {
              key: clock.id,
              cells: [
                clock.label,
                spanWords(clock.run.threshold.overAfterMinutes),
                <At key="start" at={clock.startedAt} />,
                clock.stoppedAt === null ? 'running' : <At key="stop" at={clock.stoppedAt} />,
                <Mark key="result" tone={tone}>
                  {words}
                </Mark>,
              ],
            };
          })}
        />
      )}
    </Section>
  );
};
