import type { Instant } from '@concord/domain';
import { useRef } from 'react';
import { useNow } from '../live/live-context';
import { readBack } from '../time/read-back';
import type { TimeEntry } from '../time/time-entry';
import { readTimeEntry } from '../time/time-entry';
import { Button } from './button';
import { Glyph } from './glyph';
import styles from './time-field.module.css';
import { TimeChips, TypedTime } from './typed-time';

interface Props {
  readonly label?: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly autoFocus?: boolean;
  readonly withChips?: boolean;
}

const chips = ['now', '-5', '-10', '-15'];

const InFull = ({ entry, now }: { readonly entry: TimeEntry; readonly now: Instant }) => {
  if ('problem' in entry) {
    return (
      <>
        <Glyph name="due" size={13} /> {entry.problem}
      </>
    );
  }
  const { day, time, ago } = readBack(entry.at, now);
  return (
    <>
      {day && <strong>{day}, </strong>}
      {time}, {ago}
    </>
  );
};

/**
 * When it happened: typed first in every form, read back in full before it is sent. A time that two
 * instants share is asked about, by what a person then types or presses.
 */
export const TimeField = ({
  label = 'When',
  value,
  onChange,
  autoFocus = false,
  withChips = false,
}: Props) => {
  const now = useNow();
  const input = useRef<HTMLInputElement>(null);
  const entry = readTimeEntry(value, now);
  const problem = 'problem' in entry;
  return (
    <div className={styles.time}>
      <TypedTime
        label={label}
        value={value}
        placeholder="now"
        problem={problem}
        onChange={onChange}
        autoFocus={autoFocus}
        input={input}
      >
        <InFull entry={entry} now={now} />
      </TypedTime>
      {problem && entry.either && (
        <div className={styles.either} role="group" aria-label={entry.problem}>
          {entry.either.map(({ words, typed }) => (
            <Button
              key={words}
              onClick={() => {
                onChange(typed);
                // The question goes once it is answered; whoever answered it by keyboard stays in the form.
                input.current?.focus();
              }}
            >
              {words}
            </Button>
          ))}
        </div>
      )}
      {withChips && <TimeChips chips={chips} value={value} onPress={onChange} />}
    </div>
  );
};

/** The instant to send: nothing for "now", so that the server's own clock says when. */
export const instantToSend = (
  typed: string,
  now: Instant,
): { happenedAt?: Instant } | { problem: string } => {
  const entry = readTimeEntry(typed, now);
  if ('problem' in entry) return entry;
  return /^(now)?$/i.test(typed.trim()) ? {} : { happenedAt: entry.at };
};
