import type { Incident } from '@concord/domain';
import { useMemo, useState } from 'react';
import { useNow } from '../live/live-context';
import { HistoryEntry } from './history-entry';
import { historyEntries } from './history-entries';
import styles from './history.module.css';
import type { Step } from './next-steps';
import { RecordStepForm } from './record-step-form';

interface Props {
  readonly incident: Incident;
  /** Where the form of a correction opens; without it, below the fact itself. */
  readonly onStep?: (step: Step) => void;
  /** Opens the other record of a merge. */
  readonly onOpen?: ((incidentId: string) => void) | undefined;
}

/** The fact that a step was taken at. */
const isAt = (step: Step | undefined, factId: string): boolean =>
  step !== undefined && 'factId' in step && step.factId === factId;

/** What happened, newest first, each with whose word it is, what it replaced and what the other side says. */
export const Timeline = ({ incident, onStep, onOpen }: Props) => {
  const now = useNow();
  const [open, setOpen] = useState<Step>();
  const entries = useMemo(() => historyEntries(incident.facts).reverse(), [incident.facts]);
  const stop = () => setOpen(undefined);
  return (
    <ol className={styles.timeline} aria-label={`History of ${incident.ref}, newest first`}>
      {entries.map((entry) => (
        <HistoryEntry
          key={entry.fact.id}
          entry={entry}
          incident={incident}
          now={now}
          onStep={onStep ?? setOpen}
          onOpen={onOpen}
        >
          {open && isAt(open, entry.fact.id) ? (
            <RecordStepForm step={open} incident={incident} phone onStop={stop} />
          ) : undefined}
        </HistoryEntry>
      ))}
    </ol>
  );
};
