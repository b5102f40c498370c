import type { Agreement, Incident } from '@concord/domain';
import { Badge } from '../kit/badge';
import { Glyph } from '../kit/glyph';
import { AgreementLink } from '../agreements/agreement-link';
import { useAgreement } from '../live/agreement-in-force';
import { useNow } from '../live/live-context';
import { hourMinute, timeInList, timeSeenFrom } from '../time/london';
import { badgeText, basisWords, stoppedWords } from '../words/clock-words';
import { spanWords } from '../words/line';
import styles from './clock-cards.module.css';
import type { AgreedClock, IncidentClock } from './incident-clocks';
import { clocksOf, isAgreed, isRunning, levelOf } from './incident-clocks';
import { LegalClocks } from './legal-clock';
import type { Step } from './next-steps';

const AgreedLine = ({ clock }: { readonly clock: AgreedClock }) => {
  const now = useNow();
  const level = levelOf(clock, now);
  return (
    <li className={styles.agreed} data-testid="agreed-clock">
      <Badge tone={level}>{badgeText(level, clock.endsAt, now)}</Badge>
      <p className={styles.label}>
        {clock.label}
        <span className={styles.basis}>
          {' '}
          {clock.stoppedAt === null
            ? `ends ${timeInList(clock.endsAt, now)} · ${basisWords(clock)}`
            : `${hourMinute(clock.stoppedAt)} ${stoppedWords(clock)}`}
        </span>
      </p>
    </li>
  );
};

/** The agreed waiting times that run now, worst first. */
export const AgreedClocks = ({ clocks }: { readonly clocks: readonly IncidentClock[] }) => {
  const agreed = clocks
    .filter(isAgreed)
    .filter(isRunning)
    .sort((a, b) => (a.endsAt < b.endsAt ? -1 : 1));
  if (agreed.length === 0) return <p className={styles.basis}>No agreed waiting time is running.</p>;
  return (
    <ul className={styles.list}>
      {agreed.map((clock) => (
        <AgreedLine key={clock.id} clock={clock} />
      ))}
    </ul>
  );
};

/** Agreed waiting times that have stopped, with what stopped them, and those that have not begun. */
const OtherAgreed = ({
  clocks,
  agreement,
}: {
  readonly clocks: readonly IncidentClock[];
  readonly agreement: Agreement;
}) => {
  const agreed = clocks.filter(isAgreed);
  const stopped = agreed.filter((clock) => !isRunning(clock));
  const waiting = agreement.thresholds.filter(({ id }) => !agreed.some(({ run }) => run.threshold.id === id));
  const counts = [
    stopped.length > 0 && `${stopped.length} stopped`,
    waiting.length > 0 && `${waiting.length} not started`,
  ].filter(Boolean);
  if (counts.length === 0) return null;
  return (
    <details className={styles.others}>
      <summary>{counts.join(', ')}</summary>
      <ul className={styles.list}>
        {stopped.map((clock) => (
          <AgreedLine key={clock.id} clock={clock} />
        ))}
        {waiting.map(({ id, label, overAfterMinutes }) => (
          <li key={id} className={styles.agreed}>
            <Badge tone="stopped">NOT STARTED</Badge>
            <p className={styles.label}>
              {label}
              <span className={styles.basis}> {spanWords(overAfterMinutes)} agreed</span>
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
};

/** Said where another version has come into force since: this incident keeps its own. */
const KeptVersion = ({ agreement }: { readonly agreement: Agreement }) => {
  const inForce = useAgreement();
  const now = useNow();
  if (!inForce || inForce.id === agreement.id) return null;
  return (
    <p className={styles.basis} data-testid="kept-version">
      Version {inForce.version} has been in force since {timeSeenFrom(inForce.effectiveFrom, now)}. This
      incident keeps version {agreement.version}, under which it began.
    </p>
  );
};

interface Props {
  readonly incident: Incident;
  readonly agreement: Agreement | undefined;
  readonly onStep?: (step: Step) => void;
}

/** Both kinds of clock, never alike: law in cards, agreed waiting times in a list under the agreement's name. */
export const ClockCards = ({ incident, agreement, onStep }: Props) => {
  const clocks = clocksOf(incident, agreement);
  return (
    <div className={styles.clocks}>
      <LegalClocks incident={incident} clocks={clocks} onStep={onStep} />
      <div>
        <p className={styles.kind}>
          <Glyph name="agreed" size={14} />
          <span>
            Agreed waiting times
            {agreement && (
              <>
                : <AgreementLink agreement={agreement} />
              </>
            )}
          </span>
        </p>
        {agreement && <KeptVersion agreement={agreement} />}
        <AgreedClocks clocks={clocks} />
        {agreement && <OtherAgreed clocks={clocks} agreement={agreement} />}
      </div>
    </div>
  );
};
