import { refusalWords } from '../api/refusal-words';
import type { CommandState } from '../commands';
import { useLive } from '../live/live-context';
import { Button } from './button';
import styles from './command-result.module.css';
import { Glyph } from './glyph';

/** Why the command beside it did not happen: the server's words, the rule, and what can be done. */
export const CommandResult = ({ command }: { readonly command: CommandState }) => {
  const { clock } = useLive();
  if (!command.failure) return null;
  const { says, rule } = refusalWords(command.failure, clock.now());
  return (
    <div className={styles.result} data-testid="refusal">
      <p className={styles.says}>
        <Glyph name="over" size={14} />
        <span>
          <strong>Not done.</strong> {says}
        </span>
      </p>
      {rule && <p className={styles.rule}>{rule}</p>}
      {command.again && <Button onClick={command.again}>Try again</Button>}
    </div>
  );
};
