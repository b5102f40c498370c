import type { Incident, Instant } from '@concord/domain';
import { minutesBetween } from '@concord/domain';
import { useNow } from '../live/live-context';
import { hourMinute, londonDate, timeSeenFrom } from '../time/london';
import { age } from '../time/span';
import { factLine } from '../words/fact-line';
import styles from './timeline.module.css';

/** A fact told later than this after it happened says so. */
const LATE_MINUTES = 3;

const timeOf = (at: Instant, now: Instant): string =>
  londonDate(at) === londonDate(now) ? hourMinute(at) : timeSeenFrom(at, now);

/** What happened, newest first, each with whose word it is and whether it was recorded late. */
export const Timeline = ({ incident }: { readonly incident: Incident }) => {
  const now = useNow();
  const facts = [...incident.facts].sort((a, b) =>
    a.happenedAt < b.happenedAt ? -1 : a.happenedAt > b.happenedAt ? 1 : 0,
  );
  return (
    <ol className={styles.timeline} aria-label={`History of ${incident.ref}, newest first`}>
      {facts.reverse().map((fact) => (
        <li
          key={fact.id}
          className={styles.fact}
          data-law={
            fact.kind === 'detained' || fact.kind === 'arrived' || fact.kind === 'outcome' || undefined
          }
        >
          <time dateTime={fact.happenedAt} className={styles.time}>
            {timeOf(fact.happenedAt, now)}
          </time>
          <div>
            <p>{factLine(fact)}</p>
            <p className={styles.by}>
              {fact.by.name}
              {minutesBetween(fact.happenedAt, fact.recordedAt) > LATE_MINUTES &&
                ` · recorded ${age(fact.happenedAt, fact.recordedAt)} later`}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
};
