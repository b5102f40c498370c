import type { Duty } from '@concord/domain';
import { Button } from '../../kit/button';
import { ChipSet } from '../../kit/chips';
import { NumberField } from '../../kit/number-field';
import { dutyWords } from '../../words/codes';
import styles from '../agreements.module.css';
import type { PartProps } from './fields';
import { minutesHint } from './general-fields';

const callable = (Object.keys(dutyWords) as Duty[]).filter((duty) => duty !== 'demo');

interface Callers {
  readonly duties: readonly Duty[];
}

interface Props<Step extends Callers> {
  readonly name: string;
  readonly field: string;
  /** What the figure is called, and how it is read from a step and put back. */
  readonly figure: string;
  readonly minutes: (step: Step) => number;
  readonly withMinutes: (step: Step, minutes: number) => Step;
  /** The name of the figure in the terms, for what is wrong with it. */
  readonly minutesName: string;
  readonly steps: readonly Step[];
  readonly more: () => Step;
  readonly onChange: (steps: Step[]) => void;
  readonly wrong: PartProps['wrong'];
}

/** The steps of a ladder: when, and who is called. */
export const LadderFields = <Step extends Callers>(props: Props<Step>) => {
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
            <ChipSet
              legend="Called"
              codes={callable}
              words={dutyWords}
              values={step.duties}
              problem={wrong(`${field}.${i}.duties`)}
              onChange={(duties) => put(i, { ...step, duties })}
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
