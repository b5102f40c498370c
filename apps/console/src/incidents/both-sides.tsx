import type { Incident } from '@concord/domain';
import { stateOf, twoSidedFacts } from '@concord/domain';
import { useId, useState } from 'react';
import { Badge } from '../kit/badge';
import { useNow } from '../live/live-context';
import { factLine } from '../words/fact-line';
import { timeSeenFrom } from '../time/london';
import { ConfirmButtons } from './confirm-buttons';
import styles from './both-sides.module.css';
import type { Step } from './next-steps';
import { RecordStepForm } from './record-step-form';
import { aboutWords, apartWords, saysWords, waitsFor } from './two-sides';
import { useMayRecord } from './use-may-record';
import { useMySide } from './use-my-side';

interface Props {
  readonly incident: Incident;
  /** Where the form for another time opens; without it, here. */
  readonly onStep?: (step: Step) => void;
}

/** What the other side has recorded and mine has not confirmed; and where the two give different times. */
export const BothSides = ({ incident, onStep }: Props) => {
  const now = useNow();
  const side = useMySide();
  const id = useId();
  const mayRecord = useMayRecord();
  const [open, setOpen] = useState<Step>();
  const state = stateOf(incident.facts);
  if (state === 'merged' || state === 'in-error') return null;
  const mine = mayRecord('confirmed');
  const shown = twoSidedFacts(incident.facts).filter(
    (both) => both.mismatch || (mine && waitsFor(both, side)),
  );
  if (shown.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="Between the two agencies" data-testid="both-sides">
      {shown.map((both) => {
        const described = `${id}-${both.fact.id}`;
        const inForm = open && 'factId' in open && open.factId === both.fact.id;
        return (
          <li key={both.fact.id} className={styles.both} data-mismatch={both.mismatch || undefined}>
            <p id={described}>
              {both.mismatch && <Badge tone="due">{apartWords(both)}</Badge>}{' '}
              <strong>{aboutWords(both)}:</strong>{' '}
              {both.mismatch
                ? saysWords(both, now)
                : `${timeSeenFrom(both.fact.happenedAt, now)} ${factLine(both.fact)}, says ${both.fact.by.name}`}
            </p>
            {inForm ? (
              <RecordStepForm step={open} incident={incident} phone onStop={() => setOpen(undefined)} />
            ) : (
              mine &&
              waitsFor(both, side) && (
                <ConfirmButtons
                  incident={incident}
                  both={both}
                  describedBy={described}
                  large={onStep === undefined}
                  onStep={onStep ?? setOpen}
                />
              )
            )}
          </li>
        );
      })}
    </ul>
  );
};
