import type { Incident, PartReadiness, ReadinessPart } from '@concord/domain';
import { isDetained, readinessOf } from '@concord/domain';
import { Badge } from '../kit/badge';
import { useNow } from '../live/live-context';
import { hourMinute, timeSeenFrom } from '../time/london';
import { hoursMinutes, left } from '../time/span';
import { CallDoctor } from './call-doctor';
import styles from './readiness.module.css';

const partWords: Readonly<Record<ReadinessPart, string>> = {
  amhp: 'AMHP',
  'first-doctor': 'Doctor',
  'second-doctor': 'Second doctor',
  interpreter: 'Interpreter',
  fitness: 'Fit to be assessed',
  room: 'Room',
  bed: 'Bed',
};

const missingWords: Readonly<Record<ReadinessPart, string>> = {
  amhp: 'nobody yet',
  'first-doctor': 'nobody yet',
  'second-doctor': 'nobody yet',
  interpreter: 'none found',
  fitness: 'nobody has said',
  room: 'none yet',
  bed: 'none found',
};

const stateWords = (so: PartReadiness): string => {
  const { part, state, since, notBefore, who } = so;
  const at = since ? `, since ${hourMinute(since)}` : '';
  switch (state) {
    case 'not-needed':
      return 'not needed so far';
    case 'awaited':
      if (part === 'fitness' && who) return `not yet, says ${who}${at}`;
      return part === 'interpreter' && who ? `${who}: none found` : `${missingWords[part]}${at}`;
    case 'coming':
      return `${who ?? 'found'}, ${notBefore ? `from ${hourMinute(notBefore)}` : 'not there yet'}`;
    case 'ready':
      return who ?? 'ready';
  }
};

const tones = { ready: 'running', coming: 'soon', awaited: 'due', 'not-needed': 'stopped' } as const;
const toneWords = { ready: 'Ready', coming: 'Coming', awaited: 'Missing', 'not-needed': 'No need' } as const;

/** All that an assessment needs, on one card, and which of it now threatens the legal limit. */
export const ReadinessCard = ({
  incident,
  large = false,
}: {
  readonly incident: Incident;
  readonly large?: boolean;
}) => {
  const now = useNow();
  if (!isDetained(incident.facts)) return null;
  const { parts, threat, limitEndsAt } = readinessOf(incident);
  return (
    <section className={styles.card} aria-label="Readiness for the assessment" data-testid="readiness">
      <h3>Readiness for the assessment</h3>
      {threat && limitEndsAt && (
        <p className={styles.threat} data-testid="threat">
          <strong>{partWords[threat]}</strong> now threatens the limit: {hoursMinutes(left(limitEndsAt, now))}{' '}
          h left, ends {timeSeenFrom(limitEndsAt, now)}.
        </p>
      )}
      <ul className={styles.parts}>
        {parts.map((so) => (
          <li key={so.part} data-part={so.part} data-state={so.state}>
            <Badge tone={tones[so.state]}>{toneWords[so.state]}</Badge>
            <span>
              <strong>{partWords[so.part]}</strong> {stateWords(so)}
            </span>
          </li>
        ))}
      </ul>
      <CallDoctor incident={incident} large={large} />
    </section>
  );
};
