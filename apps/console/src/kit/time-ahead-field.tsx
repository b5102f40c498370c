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
  /** How many days ahead it may be: one, unless more is said. */
  readonly furthestDays?: number;
  /** What stands for "nobody can say yet", where that may be left open. */
  readonly mayBeOpen?: string;
}

const usual = ['+30', '+1h', '+2h', '+4h'];
const daysAhead = ['+2h', '+1d', '+3d', '+1w'];

const DAY_MS = 24 * 3_600_000;
const howLong = (ms: number): string =>
  ms < 2 * DAY_MS ? `${hoursMinutes(ms)} h` : `${Math.floor(ms / DAY_MS)} days`;

/** A time to come: a chip or typed, read back in full before it is sent. */
export const TimeAheadField = ({ label, value, onChange, furthestDays = 1, mayBeOpen, ...given }: Props) => {
  const now = useNow();
  const read = readTimeAhead(value, now, furthestDays);
  const { chips = furthestDays > 1 ? daysAhead : usual } = given;
  const says =
    value.trim() === ''
      ? (mayBeOpen ?? '')
      : 'problem' in read
        ? read.problem
        : `${timeSeenFrom(read.at, now)}, in ${howLong(left(read.at, now))}`;
  return (
    <div className={styles.time}>
      <TypedTime
        label={label}
        value={value}
        placeholder={furthestDays > 1 ? '14-Dec 0900' : '21:00'}
        problem={value.trim() !== '' && 'problem' in read}
        onChange={onChange}
      >
        {says}
      </TypedTime>
      <TimeChips chips={chips} value={value} onPress={(chip) => onChange(value === chip ? '' : chip)} />
    </div>
  );
};
