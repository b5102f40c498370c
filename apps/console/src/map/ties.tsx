import type { Mark } from './lay-out';
import type { MapTie } from './map-items';
import styles from './map.module.css';

interface Props {
  readonly ties: readonly MapTie[];
  readonly marks: readonly Mark[];
}

/** Who is promised to which place and which car goes to whom, as lines beneath the marks. */
export const Ties = ({ ties, marks }: Props) => {
  const markOf = (id: string) =>
    marks.find(({ item, tags }) => item.id === id || tags.some((person) => person.id === id));
  return (
    <g>
      {ties.map((tie) => {
        const [from, to] = [markOf(tie.from)?.middle, markOf(tie.to)?.middle];
        if (!from || !to || from === to) return null;
        const bend = {
          x: (from.x + to.x) / 2 + (to.y - from.y) / 8,
          y: (from.y + to.y) / 2 - (to.x - from.x) / 8,
        };
        return (
          <path
            key={`${tie.from} ${tie.to}`}
            className={styles.tie}
            data-kind={tie.kind}
            d={`M${from.x} ${from.y}Q${bend.x} ${bend.y} ${to.x} ${to.y}`}
          />
        );
      })}
    </g>
  );
};
