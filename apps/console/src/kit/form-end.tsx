import type { CommandState } from '../commands';
import { Button } from './button';
import { CommandButton } from './command-button';
import { CommandResult } from './command-result';
import styles from './form-end.module.css';

interface Props {
  readonly command: CommandState;
  /** The words of the button that sends. */
  readonly does: string;
  readonly look?: 'primary' | 'danger';
  readonly large?: boolean;
  /** The words of the button that leaves the form. */
  readonly leave?: string;
  readonly onLeave: () => void;
}

/** How every form ends: what sends it, what leaves it, and why it was refused if it was. */
export const FormEnd = ({
  command,
  does,
  look = 'primary',
  large = false,
  leave = 'Cancel',
  onLeave,
}: Props) => (
  <>
    <div className={styles.buttons}>
      <CommandButton type="submit" look={look} large={large} command={command}>
        {does}
      </CommandButton>
      <Button large={large} onClick={onLeave}>
        {leave}
      </Button>
    </div>
    <CommandResult command={command} />
  </>
);
