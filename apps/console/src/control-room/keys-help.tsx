import { useRef } from 'react';
import styles from './keys-help.module.css';
import type { ScreenKeys } from './use-screen-keys';

const keys: readonly (readonly [string, string])[] = [
  ['↑ ↓ or J K', 'Move through the incidents'],
  ['T', 'Record the next thing that happened'],
  ['P', 'Places of safety, best first; then Enter holds the best'],
  ['1 – 9 in places', 'Hold the place with that number'],
  ['A', 'Ask the AMHP service to attend'],
  ['C', 'Commit a car'],
  ['L I Y S R', 'Law and clocks, person and care, journey, police station, record: what else can be said'],
  ['N', 'New incident'],
  ['O', 'Own the first alarm that nobody has'],
  ['Space', 'Freeze the board, and thaw it'],
  ['1 – 4 on the board', 'All, due or over, no place, no AMHP'],
  ['Esc', 'Leave a form or a list; back to the board'],
  ['?', 'This help'],
];

export const KeysHelp = ({ keys: { enabled, toggle } }: { readonly keys: ScreenKeys }) => {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" aria-keyshortcuts="?" onClick={() => dialog.current?.showModal()}>
        Keys <kbd aria-hidden="true">?</kbd>
      </button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby="keys-help">
        <h2 id="keys-help">Keys of this screen</h2>
        <dl className={styles.list}>
          {keys.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label className={styles.switch}>
          <input type="checkbox" checked={enabled} onChange={toggle} /> Single-letter keys work while the
          board has the focus
        </label>
        <form method="dialog">
          <button type="submit">Close</button>
        </form>
      </dialog>
    </>
  );
};
