import styles from './progress.module.css';

interface Props {
  readonly label: string;
  readonly done: number;
  readonly of: number;
  /** Exact counts, in words. */
  readonly words: string;
}

/** How far something is that takes a while: a bar, and the counts in words beside it. */
export const Progress = ({ label, done, of, words }: Props) => (
  <div className={styles.progress}>
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={done}
      aria-valuetext={words}
      className={styles.bar}
    >
      <span className={styles.done} style={{ inlineSize: `${of === 0 ? 0 : (done / of) * 100}%` }} />
    </div>
    <p aria-hidden="true">{words}</p>
  </div>
);
