import type { FieldFault } from '@concord/domain';
import { Button } from '../../kit/button';
import { CommandButton } from '../../kit/command-button';
import { CommandResult } from '../../kit/command-result';
import styles from '../agreements.module.css';
import type { Draft } from './use-draft';

interface Props {
  readonly draft: Draft;
  readonly faults: readonly FieldFault[];
  readonly differences: number;
  readonly onShow: (field: string) => void;
}

const standingWords = (differences: number): string =>
  differences === 0
    ? 'Everything is saved.'
    : `${differences === 1 ? '1 change' : `${differences} changes`} not saved yet; kept in this window.`;

/** How the draft stands, always in sight: what is not saved, what could not be kept, and the way to save it. */
export const SaveBar = ({ draft, faults, differences, onShow }: Props) => (
  <div className={styles.saveBar}>
    <div className={styles.tools}>
      <CommandButton type="submit" look="primary" command={draft.command}>
        Save draft
      </CommandButton>
      {draft.changed && <Button onClick={draft.undo}>Throw away what I typed</Button>}
      <p role="status" data-testid="save-state">
        {standingWords(differences)}
      </p>
    </div>
    {faults.length > 0 && (
      <div className={styles.faults} data-testid="faults">
        <p>
          <strong>{faults.length === 1 ? 'One thing' : `${faults.length} things`} could not be kept:</strong>
        </p>
        <ul>
          {faults.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              <Button look="quiet" onClick={() => onShow(field)}>
                {message}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    )}
    {faults.length === 0 && <CommandResult command={draft.command} />}
  </div>
);
