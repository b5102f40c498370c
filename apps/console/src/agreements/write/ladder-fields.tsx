import type { StepCalls } from '@concord/domain';
import { Button } from '../../kit/button';
import { NumberField } from '../../kit/number-field';
import styles from '../agreements.module.css';
import type { PartProps } from './fields';
import { minutesHint } from './minutes-hint';
import { StepCallsFields } from './step-calls-fields';

interface Props<Step extends StepCalls> {
  readonly name: string;
  readonly field: string;
  /** What the figure is called, and how it is read from a step and put back. */
  readonly figure: string;
  readonly minutes: (step: Step) => number;
  readonly withMinutes: (step: Step, minutes: number) => Step;
  /** The name of the figure in the terms, for what is wrong with it. */
  readonly minutesName: string;
  readonly parties: readonly string[];
  readonly steps: readonly Step[];
  readonly more: () => Step;
  readonly onChange: (steps: Step[]) => void;
  readonly wrong: PartProps['wrong'];
}

/** The steps of a ladder: when, and who is called. */
export const LadderFields = <Step extends StepCalls>(props: Props<Step>) => {
  const { name, field, figure, steps, onChange, wrong } = props;
  const problem = wrong(field);
  const put = (i: number, step: Step) => onChange(steps.map((one, at) => (at === i ? step : one)));
  return (
    <fieldset className={styles.steps} data-field={field} aria-label={`${name}: who is called`}>
      <legend>Who is called</legend>
      {problem && (
        <p className={styles.problem} id={`${field}-problem`}>
          {problem}
        </p>
      )}
      <ol>
        {steps.map((step, i) => (
          <li key={i} className={styles.step}>
            <div data-field={`${field}.${i}.${props.minutesName}`}>
              <NumberField
                label={figure}
                hint={minutesHint(props.minutes(step))}
                value={props.minutes(step)}
                problem={wrong(`${field}.${i}.${props.minutesName}`)}
                onChange={(minutes) => put(i, props.withMinutes(step, minutes))}
              />
            </div>
            <StepCallsFields
              step={step}
              parties={props.parties}
              wrong={(part) => wrong(`${field}.${i}.${part}`)}
              onChange={(calls) => put(i, { ...step, ...calls })}
            />
            <Button
              look="quiet"
              aria-label={`Take out step ${i + 1} of ${name}`}
              onClick={() => onChange(steps.filter((_, at) => at !== i))}
            >
              Take out
            </Button>
          </li>
        ))}
      </ol>
      <div>
        <Button aria-label={`Add a step to ${name}`} onClick={() => onChange([...steps, props.more()])}>
          Add a step
        </Button>
      </div>
    </fieldset>
  );
};
