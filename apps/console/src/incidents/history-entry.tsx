import type { Incident, Instant } from '@concord/domain';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { Badge } from '../kit/badge';
import { hourMinute, londonDate, timeSeenFrom, weekdayDate } from '../time/london';
import { factLine } from '../words/fact-line';
import { HistoryControls } from './history-controls';
import type { EntryState, HistoryEntry as Entry } from './history-entries';
import styles from './history.module.css';
import type { Step } from './next-steps';
import { putRightWords, toldWords } from './told-words';
import { apartWords, saysWords } from './two-sides';

const timeOf = (at: Instant, now: Instant): string =>
  londonDate(at) === londonDate(now) ? hourMinute(at) : timeSeenFrom(at, now);

const gone: Readonly<Record<Exclude<EntryState, 'stands'>, string>> = {
  'taken-back': 'Taken back',
  parted: 'No longer of this record',
  repeated: 'Told twice: the earlier telling stands',
};

/** What was said of a fact by one side or the other, with what became of that. */
const Word = ({ word, now }: { readonly word: Entry; readonly now: Instant }) => (
  <li className={styles.word}>
    <span data-gone={word.state !== 'stands' || undefined}>
      {word.fact.kind === 'disputed'
        ? `${word.fact.side === 'health' ? 'Health' : 'Police'}: it was ${timeSeenFrom(word.fact.saysAt, now)}. ${word.fact.reason}`
        : factLine(word.fact)}
    </span>{' '}
    <span className={styles.by}>
      {timeOf(word.fact.recordedAt, now)} {toldWords(word.fact)}
      {word.takenBack && ` · ${putRightWords(word.takenBack, 'taken back', now)}`}
    </span>
  </li>
);

/** What was told first, still readable, with who put it right, when and why. */
const Before = ({ before, now }: { readonly before: Entry['before']; readonly now: Instant }) => (
  <ul className={styles.before}>
    {before.map(({ fact, correction }) => (
      <li key={fact.id}>
        <s>
          {timeOf(fact.happenedAt, now)} {factLine(fact)}
        </s>{' '}
        <span className={styles.by}>
          {toldWords(fact)} · {putRightWords(correction, 'corrected', now)}
        </span>
      </li>
    ))}
  </ul>
);

interface Props {
  readonly entry: Entry;
  readonly incident: Incident;
  readonly now: Instant;
  readonly onStep: (step: Step) => void;
  readonly onOpen?: ((incidentId: string) => void) | undefined;
  /** A form opened at this fact. */
  readonly children?: ReactNode;
}

/** One thing of the record: as it stands, what it replaced, and what either side says of it. */
export const HistoryEntry = (props: Props) => {
  const { entry, now, children } = props;
  const { fact, state, before, takenBack, from, both, words } = entry;
  const line = useId();
  const standing = state === 'stands';
  const lastCorrection = before[0]?.correction;
  return (
    <li className={styles.fact} data-law={isLaw(entry) || undefined} data-state={state} data-kind={fact.kind}>
      <time dateTime={fact.happenedAt} className={styles.time}>
        {hourMinute(fact.happenedAt)}
        {londonDate(fact.happenedAt) !== londonDate(now) && (
          <span className={styles.day}>{weekdayDate(fact.happenedAt)}</span>
        )}
      </time>
      <div className={styles.what}>
        <p id={line}>{standing ? factLine(fact) : <s>{factLine(fact)}</s>}</p>
        <p className={styles.by}>
          {lastCorrection
            ? `put right ${timeOf(lastCorrection.recordedAt, now)} by ${lastCorrection.by.name}`
            : toldWords(fact)}
          {from && ` · from ${from}`}
        </p>
        {!standing && (
          <p className={styles.gone}>
            {takenBack ? putRightWords(takenBack, 'Taken back', now) : gone[state]}
          </p>
        )}
        {before.length > 0 && <Before before={before} now={now} />}
        {both && (words.length > 0 || both.mismatch) && (
          <p className={styles.both}>
            {both.mismatch && <Badge tone="due">{apartWords(both)}</Badge>}
            <span>{saysWords(both, now)}</span>
          </p>
        )}
        {words.length > 0 && (
          <ul className={styles.words}>
            {words.map((word) => (
              <Word key={word.fact.id} word={word} now={now} />
            ))}
          </ul>
        )}
        {!children && <HistoryControls {...props} describedBy={line} />}
      </div>
      {children && <div className={styles.form}>{children}</div>}
    </li>
  );
};

const lawful: readonly string[] = [
  'detained',
  'arrived',
  'outcome',
  'extended',
  'warrant-entered',
  'absconded',
];
const isLaw = ({ fact, state }: Entry): boolean => state === 'stands' && lawful.includes(fact.kind);
