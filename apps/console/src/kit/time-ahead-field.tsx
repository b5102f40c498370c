import { useNow } from '../live/live-context';
import { timeSeenFrom } from '../time/london';
import { hoursMinutes, left } from '../time/span';
import { readTimeAhead } from '../time/time-ahead';
import { Button } from './button';
import { Field } from './field';
import styles from './time-field.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly chips?: readonly string[];
  /** What stands for "nobody can say yet", where that may be left open. */
  readonly mayBeOpen?: string;
}

const usual = ['+30', '+1h', '+2h', '+4h'];

/** A time to come: a chip or typed, read back in full before it is sent. */
export const TimeAheadField = ({ label, value, onChange, chips = usual, mayBeOpen }: Props) => {
  const now = useNow();
  const read = readTimeAhead(value, now);
  const says =
    value.trim() === ''
      ? (mayBeOpen ?? '')
      : 'problem' in read
        ? read.problem
        : `${timeSeenFrom(read.at, now)}, in ${hoursMinutes(left(read.at, now))} h`;
  return (
    <div className={styles.time}>
      <Field label={label}>
        {(ids) => (
          <div className={styles.line}>
            <input
              {...ids}
              className={styles.input}
              aria-describedby={`${ids.id}-full`}
              aria-invalid={value.trim() !== '' && 'problem' in read}
              value={value}
              onChange={(event) => onChange(event.target.value)}
              autoComplete="off"
              spellCheck={false}
              placeholder="21:00"
            />
            <span
              id={`${ids.id}-full`}
              className={styles.inFull}
              data-problem={(value.trim() !== '' && 'problem' in read) || undefined}
            >
              {says}
            </span>
          </div>
        )}
      </Field>
      <div className={styles.chips}>
        {chips.map((chip) => (
          <Button
            key={chip}
            onClick={() => onChange(value === chip ? '' : chip)}
            aria-pressed={value === chip}
          >
            {chip}
          </Button>
        ))}
      </div>
    </div>
  );
};
