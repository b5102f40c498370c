import type { Fact, Incident } from '@concord/domain';
import { isDetained } from '@concord/domain';
import { Glyph } from '../kit/glyph';
import { useAll } from '../live/live-context';
import { hourMinute } from '../time/london';
import { factLine } from '../words/fact-line';
import styles from './places.module.css';

const lastOfHolds = (facts: readonly Fact[]) => facts.findLast((fact) => 'holdId' in fact);

/** Why this person has no room any more, where the next one is chosen. */
export const LastAnswer = ({ incident }: { readonly incident: Incident }) => {
  const places = useAll('place');
  const last = lastOfHolds(incident.facts);
  if (!last || !isDetained(incident.facts)) return null;
  if (last.kind !== 'hold-refused' && last.kind !== 'hold-expired') return null;
  return (
    <p className={styles.answer} data-testid="last-answer">
      <Glyph name="due" size={14} />
      <span>
        <strong>{places.get(last.placeId)?.name}</strong> {hourMinute(last.happenedAt)}: {factLine(last)}
      </span>
    </p>
  );
};
