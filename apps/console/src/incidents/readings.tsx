import type { Fact, Incident, Instant, Reading, StatutoryLimit } from '@concord/domain';
import { factsAllowedNow, rootOf, standing } from '@concord/domain';
import { useCallback } from 'react';
import { Badge } from '../kit/badge';
import { Button } from '../kit/button';
import { Ticking } from '../kit/ticking';
import { useNow } from '../live/live-context';
import { timeSeenFrom } from '../time/london';
import { remainingWords, startWords } from '../words/clock-words';
import styles from './clock-cards.module.css';
import type { Step } from './next-steps';
import { putRightWords, toldWords } from './told-words';
import { useMayRecord } from './use-may-record';

interface Props {
  readonly incident: Incident;
  readonly limit: StatutoryLimit;
  readonly onStep?: ((step: Step) => void) | undefined;
}

const factBehind = (facts: readonly Fact[], { startedBy }: Reading): Fact | undefined =>
  standing(facts).find((fact) => rootOf(facts, fact) === startedBy);

const Left = ({ endsAt }: { readonly endsAt: Instant }) => {
  const text = useCallback((now: Instant) => remainingWords(endsAt, now), [endsAt]);
  return <Ticking text={text} />;
};

/** Why the reading that governs does: somebody adopted it, or it is the earliest. */
const whyItGoverns = (incident: Incident, { adoptedBy }: StatutoryLimit, now: Instant): string => {
  const adoption = incident.facts.find(({ id }) => id === adoptedBy);
  return adoption?.kind === 'reading-adopted'
    ? `${putRightWords(adoption, 'adopted', now)}: ${adoption.reason}`
    : 'the earliest governs until one is adopted';
};

/** Every claimed start of the 24 hours with its own end: which one governs, why, and how another is adopted. */
export const Readings = ({ incident, limit, onStep }: Props) => {
  const now = useNow();
  const mayRecord = useMayRecord();
  const adoptable =
    onStep && mayRecord('reading-adopted') && factsAllowedNow(incident).includes('reading-adopted');
  return (
    <div className={styles.readings}>
      <p className={styles.kind}>The start is contested: {limit.readings.length} readings</p>
      <ul className={styles.list}>
        {limit.readings.map((reading) => {
          const governs = reading.startedBy === limit.startedBy;
          const fact = factBehind(incident.facts, reading);
          return (
            <li key={reading.startedBy} className={styles.reading} data-governs={governs || undefined}>
              <p>
                {governs && <Badge tone="law">GOVERNS</Badge>}{' '}
                <strong>{timeSeenFrom(reading.startedAt, now)}</strong> {startWords[reading.basis]} · ends{' '}
                <strong>{timeSeenFrom(reading.endsAt, now)}</strong> · <Left endsAt={reading.endsAt} />
              </p>
              <p className={styles.basis}>
                {fact && toldWords(fact)}
                {fact && 'note' in fact && fact.note ? `: ${fact.note}` : ''}
                {fact?.kind === 'disputed' && `: ${fact.reason}`}
                {governs && ` · ${whyItGoverns(incident, limit, now)}`}
              </p>
              {adoptable && (limit.adoptedBy === null || !governs) && (
                <Button
                  onClick={() =>
                    onStep({ kind: 'record', fact: 'reading-adopted', about: reading.startedBy })
                  }
                >
                  Adopt {timeSeenFrom(reading.startedAt, now)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
};
