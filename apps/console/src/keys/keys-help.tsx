import { useRef } from 'react';
import styles from './keys-help.module.css';
import type { ScreenKeys } from './use-screen-keys';

/** What each key of a screen does, in the order in which they are shown. */
export type KeyList = readonly (readonly [keys: string, does: string])[];

interface Props {
  readonly keys: ScreenKeys;
  readonly list: KeyList;
  /** Where the letters work: "on the board". */
  readonly where: string;
}

export const KeysHelp = ({ keys: { enabled, toggle }, list, where }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" aria-keyshortcuts="?" onClick={() => dialog.current?.showModal()}>
        Keys <kbd aria-hidden="true">?</kbd>
      </button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby="keys-help">
        <h2 id="keys-help">Keys of this screen</h2>
        <dl className={styles.list}>
          {list.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label className={styles.switch}>
          <input type="checkbox" checked={enabled} onChange={toggle} /> Single-letter keys work while {where}
        </label>
        <form method="dialog">
          <button type="submit">Close</button>
        </form>
      </dialog>
    </>
  );
};
