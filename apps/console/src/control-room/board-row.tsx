import type { Instant } from '@concord/domain';
import { memo, useCallback } from 'react';
import type { GlyphName } from '../kit/glyph';
import { Badge } from '../kit/badge';
import { Ticking } from '../kit/ticking';
import { useLive } from '../live/live-context';
import { isLegal } from '../incidents/incident-clocks';
import { timeInList } from '../time/london';
import { age, hoursMinutes, left } from '../time/span';
import { clockBadge, remainingWords } from '../words/clock-words';
import styles from './board.module.css';
import type { Row } from './row-model';

interface Props {
  readonly row: Row;
  readonly index: number;
  readonly selected: boolean;
  readonly onSelect: (incidentId: string) => void;
}

const Countdown = ({ until }: { readonly until: Instant }) => {
  const text = useCallback((now: Instant) => hoursMinutes(left(until, now)), [until]);
  return <Ticking text={text} />;
};

const placeWords = {
  none: '',
  asked: 'asked, reply in',
  accepted: 'accepted, kept for',
  outside: 'accepted, outside the network',
  there: 'is there',
} as const;
const amhpWords = { none: '', asked: 'asked, reply in', nobody: 'ring for one', taken: 'has it' } as const;

const Awaited = ({
  text,
  words,
  until,
}: {
  readonly text: string;
  readonly words: string;
  readonly until: Instant | null;
}) => (
  <>
    <span className={styles.main}>{text}</span>
    <span className={styles.sub}>
      {words} {until && <Countdown until={until} />}
    </span>
  </>
);

const Nothing = ({ children }: { readonly children: string }) => (
  <span className={styles.sub}>{children}</span>
);

/** One incident. Drawn again only when its row changes; its clocks are written from the ticker. */
export const BoardRow = memo(function BoardRow({ row, index, selected, onSelect }: Props) {
  const { ticker } = useLive();
  const { deadline, legal, level, legalLevel } = row;
  const tone: GlyphName = level === 'none' ? 'running' : level;
  const badge = useCallback(
    (now: Instant) => (deadline ? clockBadge(deadline, now) : 'no clock'),
    [deadline],
  );
  const remaining = useCallback((now: Instant) => (legal ? remainingWords(legal.endsAt, now) : ''), [legal]);
  const changed = useCallback((now: Instant) => age(row.changedAt, now), [row.changedAt]);
  const now = ticker.at();
  return (
    <div
      role="row"
      id={`row-${row.id}`}
      aria-rowindex={index}
      aria-selected={selected}
      className={styles.row}
      data-level={level}
      data-ref={row.ref}
      onClick={() => onSelect(row.id)}
    >
      <span role="gridcell" className={styles.cell}>
        <span>
          <Badge tone={tone}>
            <Ticking text={badge} />
          </Badge>
        </span>
        <span className={styles.sub}>
          {deadline
            ? `by ${timeInList(deadline.endsAt, now)} · ${isLegal(deadline) ? 'Law: ' : ''}${deadline.label}`
            : ''}
        </span>
      </span>
      <span role="gridcell" className={styles.cell}>
        <strong className={styles.main}>{row.ref}</strong>
        <span className={styles.sub}>{row.person}</span>
      </span>
      <span role="gridcell" className={styles.cell}>
        <span className={styles.main}>{row.where}</span>
        <span className={styles.sub}>
          {row.district} · {row.state}
        </span>
      </span>
      <span role="gridcell" className={styles.cell}>
        {legal && legalLevel !== 'stopped' ? (
          <>
            {legalLevel === 'running' ? (
              <Ticking className={styles.main} text={remaining} />
            ) : (
              <span>
                <Badge tone={legalLevel === 'none' ? 'running' : legalLevel}>
                  <Ticking text={remaining} />
                </Badge>
              </span>
            )}
            <span className={styles.sub}>
              {row.readings > 1 ? 'contested start' : `ends ${timeInList(legal.endsAt, now)}`}
            </span>
          </>
        ) : (
          <Nothing>{legal ? 'ended' : 'not started'}</Nothing>
        )}
      </span>
      <span role="gridcell" className={styles.cell}>
        {row.cars ? <span className={styles.main}>{row.cars}</span> : <Nothing>none</Nothing>}
      </span>
      <span role="gridcell" className={styles.cell}>
        {row.place.standing === 'none' ? (
          <Nothing>none yet</Nothing>
        ) : (
          <Awaited text={row.place.text} words={placeWords[row.place.standing]} until={row.place.until} />
        )}
      </span>
      <span role="gridcell" className={styles.cell}>
        {row.amhp.standing === 'none' ? (
          <Nothing>not asked</Nothing>
        ) : (
          <Awaited text={row.amhp.text} words={amhpWords[row.amhp.standing]} until={row.amhp.until} />
        )}
      </span>
      <span role="gridcell" className={styles.cell}>
        <Ticking className={styles.sub} text={changed} />
      </span>
    </div>
  );
});
