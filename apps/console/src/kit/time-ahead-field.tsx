import { useNow } from '../live/live-context';
import { timeSeenFrom } from '../time/london';
import { hoursMinutes, left } from '../time/span';
import { readTimeAhead } from '../time/time-ahead';
import styles from './time-field.module.css';
import { TimeChips, TypedTime } from './typed-time';

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
      <TypedTime
        label={label}
        value={value}
        placeholder="21:00"
        problem={value.trim() !== '' && 'problem' in read}
        onChange={onChange}
      >
        {says}
      </TypedTime>
      <TimeChips chips={chips} value={value} onPress={(chip) => onChange(value === chip ? '' : chip)} />
    </div>
  );
};
