import type { Fact, Incident } from '@concord/domain';
import { stateOf } from '@concord/domain';
import { useMayCall } from '../app/session';
import { Button } from '../kit/button';
import { ConfirmButtons } from './confirm-buttons';
import type { HistoryEntry } from './history-entries';
import styles from './history.module.css';
import { mayPutRight } from './may-put-right';
import type { Step } from './next-steps';
import { waitsFor } from './two-sides';
import { useMayRecord } from './use-may-record';
import { useMySide } from './use-my-side';

interface Props {
  readonly entry: HistoryEntry;
  readonly incident: Incident;
  /** The line that says which fact these buttons are about. */
  readonly describedBy: string;
  readonly onStep: (step: Step) => void;
  readonly onOpen?: ((incidentId: string) => void) | undefined;
}

type Merge = Extract<Fact, { kind: 'merged-in' | 'merged-into' }>;

/** A merge that has not been taken apart since. */
const mergeOf = ({ fact, state }: HistoryEntry, { facts }: Incident): Merge | undefined => {
  if (state !== 'stands' || (fact.kind !== 'merged-in' && fact.kind !== 'merged-into')) return undefined;
  const since = facts.slice(facts.indexOf(fact));
  return since.some((later) => later.kind === 'unmerged' && later.incidentId === fact.incidentId)
    ? undefined
    : fact;
};

const unmerge = ({ kind, incidentId, ref }: Merge, { id }: Incident): Step =>
  kind === 'merged-in'
    ? { kind: 'unmerge', keptId: id, otherId: incidentId, ref }
    : { kind: 'unmerge', keptId: incidentId, otherId: id, ref };

/** What may be done about one thing of the record, by whoever looks at it. */
export const HistoryControls = ({ entry, incident, describedBy, onStep, onOpen }: Props) => {
  const { fact, both } = entry;
  const mayRecord = useMayRecord();
  const mayCall = useMayCall();
  const side = useMySide();
  const { correct, takeBack } = mayPutRight(entry, stateOf(incident.facts), mayRecord(fact.kind));
  const merge = mergeOf(entry, incident);
  const actions: (readonly [string, () => void])[] = [];
  if (correct) actions.push(['Correct', () => onStep({ kind: 'correct', factId: fact.id })]);
  if (takeBack) actions.push(['Take back', () => onStep({ kind: 'take-back', factId: fact.id })]);
  if (merge && onOpen) actions.push([`Open ${merge.ref}`, () => onOpen(merge.incidentId)]);
  if (merge && mayCall('unmergeIncidents'))
    actions.push(['Take apart again', () => onStep(unmerge(merge, incident))]);
  return (
    <>
      {both && waitsFor(both, side) && mayRecord('confirmed') && (
        <ConfirmButtons incident={incident} both={both} describedBy={describedBy} onStep={onStep} />
      )}
      {actions.length > 0 && (
        <div className={styles.controls}>
          {actions.map(([does, press]) => (
            <Button key={does} look="quiet" aria-describedby={describedBy} onClick={press}>
              {does}
            </Button>
          ))}
        </div>
      )}
    </>
  );
};
