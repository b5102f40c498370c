import type { ReactNode } from 'react';
import type { LadderModel } from './ladder-model';
import styles from './ladder.module.css';

interface Props {
  readonly model: LadderModel;
  /** What is written over a step: its minute, short. */
  readonly figure: (at: number) => string;
  readonly begins: string;
  /** The same in words, step by step: the picture itself says nothing to whoever cannot see it. */
  readonly children: ReactNode;
}

/** A ladder along its clock, true to scale, and the same as a list. */
export const LadderPicture = ({ model: { ticks, zones, lines }, figure, begins, children }: Props) => (
  <div className={styles.ladder}>
    <div className={styles.picture} aria-hidden="true" style={{ paddingTop: `${lines * 1.25}rem` }}>
      {ticks.map(({ at, x, line, side }) => (
        <span
          key={at}
          className={styles.tick}
          style={{ insetInlineStart: `${x}%`, top: `${line * 1.25}rem` }}
        >
          <span className={styles.figure} data-side={side}>
            {figure(at)}
          </span>
        </span>
      ))}
      <div className={styles.track}>
        {zones.map(({ state, x, width }) => (
          <span
            key={state}
            className={styles.zone}
            data-state={state}
            style={{ insetInlineStart: `${x}%`, inlineSize: `${width}%` }}
          />
        ))}
      </div>
      <p className={styles.begins}>{begins}</p>
    </div>
    {children}
  </div>
);
