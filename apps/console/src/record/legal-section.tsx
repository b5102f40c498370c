import type { Incident, Instant, StatutoryLimit } from '@concord/domain';
import { allOf, detentionOf, minutesBetween } from '@concord/domain';
import type { LegalClock } from '../incidents/incident-clocks';
import { isLegal } from '../incidents/incident-clocks';
import type { IncidentClock } from '../incidents/incident-clocks';
import { startWords } from '../words/clock-words';
import { spanWords } from '../words/line';
import { attribution } from './attribution';
import { At, Facts, Mark, None, Rows, Section, Table } from './parts';

interface Props {
  readonly incident: Incident;
  readonly clocks: readonly IncidentClock[];
  readonly now: Instant;
}

const span = (from: Instant, to: Instant): string => spanWords(Math.floor(minutesBetween(from, to)));

const Standing = ({ clock, now }: { readonly clock: LegalClock; readonly now: Instant }) => {
  const until = clock.stoppedAt ?? now;
  const over = until >= clock.endsAt;
  if (clock.stoppedAt !== null) {
    return (
      <>
        Ended <At at={clock.stoppedAt} />{' '}
        {over ? (
          <Mark tone="over">{span(clock.endsAt, until)} PAST THE LIMIT</Mark>
        ) : (
          <Mark tone="stopped">WITHIN THE LIMIT, {span(until, clock.endsAt)} unused</Mark>
        )}
      </>
    );
  }
  return over ? (
    <Mark tone="over">OVER by {span(clock.endsAt, now)}</Mark>
  ) : (
    <Mark tone="running">RUNNING, {span(now, clock.endsAt)} left</Mark>
  );
};

const Readings = ({ incident, limit }: { readonly incident: Incident; readonly limit: StatutoryLimit }) => {
  const adopted = incident.facts.find(({ id }) => id === limit.adoptedBy);
  return (
    <>
      <Table
        label="Readings of the start that have been claimed"
        heads={['Start', 'Counted from', 'Would end', '']}
        rows={limit.readings.map((reading) => ({
          key: `${reading.startedBy}${reading.startedAt}`,
          cells: [
            <At key="start" at={reading.startedAt} />,
            startWords[reading.basis],
            <At key="end" at={reading.endsAt} />,
            reading.startedBy === limit.startedBy && reading.startedAt === limit.startedAt ? (
              <Mark tone="law">{limit.adoptedBy ? 'ADOPTED' : 'GOVERNS (earliest)'}</Mark>
            ) : (
              ''
            ),
          ],
        }))}
      />
      {adopted?.kind === 'reading-adopted' && (
        <p>
          Adopted <At at={adopted.happenedAt} /> by {attribution(adopted)}: {adopted.reason}
        </p>
      )}
    </>
  );
};

const Period = ({ incident, clock, now }: Omit<Props, 'clocks'> & { readonly clock: LegalClock }) => {
  const { limit } = clock;
  const extended = allOf(incident.facts, 'extended').length > 0;
  return (
    <>
      <Rows
        rows={[
          { label: 'Started', says: <At at={clock.startedAt} /> },
          { label: 'Counted from', says: limit ? startWords[limit.basis] : '' },
          { label: 'Rule', says: clock.rule },
          {
            label: 'Extended by',
            says:
              limit && limit.extendedByMinutes > 0
                ? `${spanWords(limit.extendedByMinutes)} (s136B)`
                : 'not extended',
          },
          { label: 'Limit', says: <At at={clock.endsAt} /> },
          { label: 'Result', says: <Standing clock={clock} now={now} /> },
        ]}
      />
      {limit && limit.readings.length > 1 && <Readings incident={incident} limit={limit} />}
      {extended && (
        <Facts facts={incident.facts} kinds={['extended']} label="Extension under s136B" none="" />
      )}
    </>
  );
};

/** Every time that the law sets: the permitted period with all readings of it, then the others that run. */
export const LegalSection = ({ incident, clocks, now }: Props) => {
  const legal = clocks.filter(isLegal);
  const period = legal.find(({ law }) => law === 's136-permitted-period');
  const others = legal.filter((clock) => clock !== period);
  const detained = detentionOf(incident.facts);
  return (
    <Section title="Legal limit of detention">
      {period ? (
        <Period incident={incident} clock={period} now={now} />
      ) : (
        <None>
          {detained?.power === 's135-2'
            ? 'Section 135(2): a patient is retaken, not assessed, so no 24-hour limit runs.'
            : 'The permitted period has not started.'}
        </None>
      )}
      {others.length > 0 && (
        <Table
          label="Other legal times that run now"
          heads={['Other legal times', 'Rule', 'Started', 'Up at', 'Result']}
          rows={others.map((clock) => ({
            key: clock.id,
            cells: [
              clock.label,
              clock.rule,
              <At key="start" at={clock.startedAt} />,
              <At key="end" at={clock.endsAt} />,
              <Standing key="standing" clock={clock} now={now} />,
            ],
          }))}
        />
      )}
    </Section>
  );
};
