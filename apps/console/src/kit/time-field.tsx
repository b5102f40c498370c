import type { Instant } from '@concord/domain';
import { useCallback } from 'react';
import { timeSeenFrom } from '../time/london';
import { age } from '../time/span';
import { readTimeEntry } from '../time/time-entry';
import { Button } from './button';
import { Field } from './field';
import styles from './time-field.module.css';
import { Ticking } from './ticking';

interface Props {
  readonly label?: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly autoFocus?: boolean;
  readonly withChips?: boolean;
}

const chips = ['now', '-5', '-10', '-15'];

const preview = (typed: string, now: Instant): string => {
  const entry = readTimeEntry(typed, now);
  if ('problem' in entry) return entry.problem;
  return `${timeSeenFrom(entry.at, now)}, ${age(entry.at, now)}${age(entry.at, now) === 'just now' ? '' : ' ago'}`;
};

/** When it happened: typed first in every form, read back in full before it is sent. */
export const TimeField = ({
  label = 'When',
  value,
  onChange,
  autoFocus = false,
  withChips = false,
}: Props) => {
  const text = useCallback((now: Instant) => preview(value, now), [value]);
  return (
    <div className={styles.time}>
      <Field label={label}>
        {(ids) => (
          <div className={styles.line}>
            <input
              {...ids}
              className={styles.input}
              value={value}
              onChange={(event) => onChange(event.target.value)}
              onFocus={(event) => event.target.select()}
              autoFocus={autoFocus}
              autoComplete="off"
              inputMode="text"
              placeholder="now"
            />
            <Ticking className={styles.preview} text={text} />
          </div>
        )}
      </Field>
      {withChips && (
        <div className={styles.chips}>
          {chips.map((chip) => (
            <Button key={chip} onClick={() => onChange(chip)} aria-pressed={value === chip}>
              {chip}
            </Button>
          ))}
        </div>
      )}
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
