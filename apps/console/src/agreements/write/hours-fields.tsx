import type { Hours } from '@concord/domain';
import { ChipChoice, ChipSet } from '../../kit/chips';
import { Field } from '../../kit/field';
import styles from '../agreements.module.css';
import { dayWords } from '../term-words';

const weekdays = Object.fromEntries(dayWords.map((words, i) => [`${i + 1}`, words])) as Record<
  string,
  string
>;
const nights: Hours = { days: [1, 2, 3, 4, 5, 6, 7], from: '20:00', to: '08:00' };

interface Props {
  readonly hours: Hours | null;
  readonly problem: string | undefined;
  readonly onChange: (hours: Hours | null) => void;
}

/** At any hour, or only for waits that start in certain hours of the week, London time. */
export const HoursFields = ({ hours, problem, onChange }: Props) => (
  <div className={styles.picker}>
    <ChipChoice
      legend="At which hours"
      words={{ any: 'Any hour', certain: 'Waits that start in certain hours' }}
      value={hours ? 'certain' : 'any'}
      problem={problem}
      onChange={(which) => onChange(which === 'any' ? null : (hours ?? nights))}
    />
    {hours && (
      <div className={styles.figures}>
        <ChipSet
          legend="Days on which they begin"
          words={weekdays}
          values={hours.days.map(String)}
          onChange={(days) => onChange({ ...hours, days: days.map(Number).sort((a, b) => a - b) })}
        />
        {(['from', 'to'] as const).map((end) => (
          <Field key={end} label={end === 'from' ? 'From' : 'Until'}>
            {(ids) => (
              <input
                {...ids}
                type="time"
                value={hours[end]}
                onChange={(event) => {
                  if (event.target.value) onChange({ ...hours, [end]: event.target.value.slice(0, 5) });
                }}
              />
            )}
          </Field>
        ))}
      </div>
    )}
  </div>
);
