import type { Fact, IncidentState } from '@concord/domain';
import { isWrittenByCommand } from '@concord/domain';
import { hasForm } from './fact-forms/forms';
import type { HistoryEntry } from './history-entries';

export interface PutRight {
  readonly correct: boolean;
  readonly takeBack: boolean;
}

const neither: PutRight = { correct: false, takeBack: false };

/** A time that the other side gave is put right by giving another, not by rewriting what they said. */
const isWord = ({ kind }: Fact): boolean => kind === 'confirmed' || kind === 'disputed';

/** What may be done about a fact that was told, by somebody whose word it may be. */
export const mayPutRight = (
  { fact, state }: HistoryEntry,
  incident: IncidentState,
  mine: boolean,
): PutRight => {
  if (!mine || state !== 'stands' || incident === 'merged' || isWrittenByCommand(fact.kind)) return neither;
  if (incident === 'in-error') return { correct: false, takeBack: fact.kind === 'incident-in-error' };
  return {
    correct: hasForm(fact.kind) && !isWord(fact),
    takeBack: fact.kind !== 'opened',
  };
};
