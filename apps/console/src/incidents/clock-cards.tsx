import type { Agreement, Incident, Instant } from '@concord/domain';
import { useCallback } from 'react';
import { Badge } from '../kit/badge';
import { Glyph } from '../kit/glyph';
import { Ticking } from '../kit/ticking';
import { useNow } from '../live/live-context';
import { hourMinute, timeInList, timeSeenFrom } from '../time/london';
import { badgeText, basisWords, remainingWords } from '../words/clock-words';
import styles from './clock-cards.module.css';
import type { AgreedClock, IncidentClock, LegalClock as Legal } from './incident-clocks';
import { clocksOf, isRunning, levelOf } from './incident-clocks';

/** The 24 hours of the Act: a card of its own kind, headed as law, with what it counts from. */
export const LegalClock = ({ clock }: { readonly clock: Legal }) => {
  const now = useNow();
  const level = levelOf(clock, now);
  const remaining = useCallback((at: Instant) => remainingWords(clock.endsAt, at), [clock]);
  return (
    <div className={styles.law} data-level={level} data-testid="legal-clock">
      <p className={styles.kind}>
        <Glyph name="law" size={14} /> Legal limit of detention
      </p>
      <p className={styles.figure}>
        {clock.stoppedAt === null ? <Ticking text={remaining} /> : 'Ended'}
        {level !== 'running' && level !== 'stopped' && (
          <Badge tone={level}>{badgeText(level, clock.endsAt, now).split(' ')[0]}</Badge>
        )}
      </p>
      <p className={styles.basis}>
        {clock.stoppedAt === null
          ? `ends ${timeSeenFrom(clock.endsAt, now)} · since ${hourMinute(clock.startedAt)}`
          : `at ${timeSeenFrom(clock.stoppedAt, now)}`}
        {' · '}
        {basisWords(clock)}
      </p>
    </div>
  );
};

const AgreedLine = ({ clock }: { readonly clock: AgreedClock }) => {
  const now = useNow();
  const level = levelOf(clock, now);
  return (
    <li className={styles.agreed}>
      <Badge tone={level}>{badgeText(level, clock.endsAt, now)}</Badge>
      <p className={styles.label}>
        {clock.label}
        <span className={styles.basis}>
          {' '}
          by {timeInList(clock.endsAt, now)} · {clock.run.threshold.overAfterMinutes} min agreed
        </span>
      </p>
    </li>
  );
};

/** The agreed waiting times that run now, worst first. */
export const AgreedClocks = ({ clocks }: { readonly clocks: readonly IncidentClock[] }) => {
  const agreed = clocks
    .filter((clock) => clock.kind === 'agreed')
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

/** Both kinds of clock, never alike: law in a card, agreed waiting times in a list. */
export const ClockCards = ({
  incident,
  agreement,
}: {
  readonly incident: Incident;
  readonly agreement: Agreement | undefined;
}) => {
  const clocks = clocksOf(incident, agreement);
  const legal = clocks.find((clock) => clock.kind === 'statutory');
  return (
    <div className={styles.clocks}>
      {legal ? (
        <LegalClock clock={legal} />
      ) : (
        <div className={styles.law} data-level="stopped">
          <p className={styles.kind}>
            <Glyph name="law" size={14} /> Legal limit of detention
          </p>
          <p className={styles.figure}>Not started</p>
          <p className={styles.basis}>24 h run from first arrival at a place of safety · MHA 1983 s136(2A)</p>
        </div>
      )}
      <div>
        <p className={styles.kind}>Agreed waiting times{agreement?.sample ? ' (sample agreement)' : ''}</p>
        <AgreedClocks clocks={clocks} />
      </div>
    </div>
  );
};
