import type { CommandState } from '../commands';
import { useConnected } from '../live/live-context';
import type { ButtonProps } from './button';
import { Button } from './button';

interface Props extends Omit<ButtonProps, 'onClick'> {
  readonly command: CommandState;
  readonly onPress?: () => void;
  /** What it says while it waits, where several buttons share one command and another was pressed. */
  readonly idle?: boolean;
}

/**
 * A button that sends a command: says so while it waits, and goes nowhere while the screen is not
 * connected. It stays focusable, so that whoever reached it by keyboard is not thrown off the page.
 */
export const CommandButton = ({ command, onPress, idle = false, children, ...rest }: Props) => {
  const connected = useConnected();
  const off = !connected || command.sending;
  return (
    <Button
      {...rest}
      aria-disabled={off}
      onClick={(event) => {
        if (off) return event.preventDefault();
        onPress?.();
      }}
    >
      {command.sending && !idle ? 'Sending…' : children}
    </Button>
  );
};
