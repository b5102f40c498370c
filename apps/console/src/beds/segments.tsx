import type { CommandState } from '../commands';
import { useConnected } from '../live/live-context';
import styles from './ring.module.css';

interface Props<Code extends string> {
  readonly label: string;
  readonly codes: readonly Code[];
  readonly words: Readonly<Record<Code, string>>;
  readonly value: Code | undefined;
  readonly command: CommandState;
  readonly may?: (code: Code) => boolean;
  readonly onPress: (code: Code) => void;
}

/** What it is now is pressed; pressing another says it is that, pressing the same says it still is. */
export const Segments = <Code extends string>({
  label,
  codes,
  words,
  value,
  command,
  may = () => true,
  onPress,
}: Props<Code>) => {
  const connected = useConnected();
  return (
    <div className={styles.segments} role="group" aria-label={label}>
      {codes.map((code) => {
        const off = !connected || command.sending || !may(code);
        return (
          <button
            key={code}
            type="button"
            className={styles.segment}
            aria-pressed={value === code}
            aria-disabled={off}
            onClick={() => !off && onPress(code)}
          >
            <span aria-hidden="true" className={styles.tick}>
              {value === code ? '✓' : ''}
            </span>
            {words[code]}
          </button>
        );
      })}
    </div>
  );
};
