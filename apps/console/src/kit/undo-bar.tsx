import { useEffect, useRef, useState } from 'react';
import type { CommandState } from '../commands';
import { CommandButton } from './command-button';
import styles from './undo-bar.module.css';

const SECONDS = 10;
const BEAT_MS = 250;

interface Props {
  /** What was done, in a few words. */
  readonly did: string;
  readonly command: CommandState;
  readonly onUndo: () => void;
  readonly onGone: () => void;
}

/** What was just done, and the seconds in which one tap takes it back: real ones, whatever the demo's clock does. */
export const UndoBar = ({ did, command, onUndo, onGone }: Props) => {
  const [leftMs, setLeftMs] = useState(SECONDS * 1000);
  const gone = useRef(onGone);
  useEffect(() => {
    gone.current = onGone;
  });
  useEffect(() => {
    const from = performance.now();
    const beat = setInterval(() => {
      const left = SECONDS * 1000 - (performance.now() - from);
      setLeftMs(left);
      if (left <= 0) gone.current();
    }, BEAT_MS);
    return () => clearInterval(beat);
  }, []);
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  return (
    <div className={styles.bar} data-testid="undo">
      <p>{did}</p>
      <CommandButton command={command} shortcut="U" onPress={onUndo}>
        {`Undo, ${seconds} s`}
      </CommandButton>
      <span
        className={styles.left}
        style={{ inlineSize: `${(leftMs / (SECONDS * 1000)) * 100}%` }}
        aria-hidden="true"
      />
    </div>
  );
};
