import type { Duty } from '@concord/domain';
import { Button } from '../../kit/button';
import { Field } from '../../kit/field';
import { dutyWords } from '../../words/codes';
import styles from '../agreements.module.css';
import { callable } from './step-calls-fields';

interface Props {
  readonly label: string;
  readonly duties: readonly Duty[];
  readonly problem: string | undefined;
  readonly onChange: (duties: Duty[]) => void;
}

/** Duties of which the first that somebody holds is called: their order is part of what is agreed. */
export const DutyOrder = ({ label, duties, problem, onChange }: Props) => {
  const earlier = (i: number): Duty[] =>
    duties.map((one, at) => (at === i - 1 ? duties[i] : at === i ? duties[i - 1] : one) ?? one);
  return (
    <div className={styles.picker}>
      <Field label={label} problem={problem}>
        {(ids) => (
          <select {...ids} value="" onChange={(event) => onChange([...duties, event.target.value as Duty])}>
            <option value="">Add…</option>
            {callable
              .filter((duty) => !duties.includes(duty))
              .map((duty) => (
                <option key={duty} value={duty}>
                  {dutyWords[duty]}
                </option>
              ))}
          </select>
        )}
      </Field>
      <ol className={styles.order} aria-label={`${label}: in this order`}>
        {duties.map((duty, i) => (
          <li key={duty}>
            {dutyWords[duty]}
            {i > 0 && (
              <Button
                look="quiet"
                aria-label={`Earlier: ${dutyWords[duty]}`}
                onClick={() => onChange(earlier(i))}
              >
                Earlier
              </Button>
            )}
            <Button
              look="quiet"
              aria-label={`Leave out ${dutyWords[duty]}`}
              onClick={() => onChange(duties.filter((other) => other !== duty))}
            >
              Leave out
            </Button>
          </li>
        ))}
      </ol>
    </div>
  );
};
