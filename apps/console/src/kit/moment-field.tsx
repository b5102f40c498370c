import { Field } from './field';
import type { Moment } from '../time/moment';
import styles from './field.module.css';

interface Props {
  readonly label: string;
  readonly value: Moment;
  readonly onChange: (moment: Moment) => void;
  readonly problem?: string | undefined;
}

/** A London date and time, each in the browser's own field. */
export const MomentField = ({ label, value, onChange, problem }: Props) => (
  <div className={styles.moment} role="group" aria-label={label}>
    <Field label={`${label}, day`} problem={problem}>
      {(ids) => (
        <input
          {...ids}
          type="date"
          value={value.date}
          onChange={(event) => onChange({ ...value, date: event.target.value })}
        />
      )}
    </Field>
    <Field label="time">
      {(ids) => (
        <input
          {...ids}
          type="time"
          value={value.time}
          onChange={(event) => onChange({ ...value, time: event.target.value.slice(0, 5) })}
        />
      )}
    </Field>
  </div>
);
