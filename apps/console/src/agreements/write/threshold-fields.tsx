import type { AgeBand, AgreedThreshold, ClockEvent, LadderStep } from '@concord/domain';
import { placeKindWords } from '../../beds/place-words';
import { ChipChoice, ChipSet } from '../../kit/chips';
import { Field } from '../../kit/field';
import { NumberField } from '../../kit/number-field';
import { TextField } from '../../kit/text-field';
import { clockEventWords } from '../../words/clock-events';
import styles from '../agreements.module.css';
import { ageWords } from '../term-words';
import { EventPicker, eventChoices } from './event-picker';
import type { PartProps } from './fields';
import { minutesHint } from './minutes-hint';
import { HoursFields } from './hours-fields';
import { LadderFields } from './ladder-fields';

const levels = [
  ['soonAfterMinutes', 'Soon after, minutes'],
  ['dueAfterMinutes', 'Due after, minutes'],
  ['overAfterMinutes', 'Over after, minutes'],
] as const;

interface Props {
  readonly threshold: AgreedThreshold;
  /** Its path in the terms. */
  readonly at: string;
  readonly parties: readonly string[];
  readonly wrong: PartProps['wrong'];
  readonly onChange: (threshold: AgreedThreshold) => void;
}

/** Everything that a wait is made of. */
export const ThresholdFields = ({ threshold, at, parties, wrong, onChange }: Props) => {
  const put = (part: Partial<AgreedThreshold>) => onChange({ ...threshold, ...part });
  return (
    <div className={styles.body}>
      <div data-field={`${at}.label`}>
        <TextField
          label="Name of the wait"
          value={threshold.label}
          problem={wrong(`${at}.label`, `${at}.id`, `${at}.clock`)}
          onChange={(label) => put({ label })}
        />
      </div>
      <div className={styles.figures}>
        {levels.map(([name, label]) => (
          <div key={name} data-field={`${at}.${name}`}>
            <NumberField
              label={label}
              hint={minutesHint(threshold[name])}
              value={threshold[name]}
              problem={wrong(`${at}.${name}`)}
              onChange={(minutes) => put({ [name]: minutes })}
            />
          </div>
        ))}
      </div>
      <div data-field={`${at}.startsOn`} className={styles.wide}>
        <Field label="Starts when" problem={wrong(`${at}.startsOn`)}>
          {(ids) => (
            <select
              {...ids}
              value={threshold.startsOn}
              onChange={(event) => put({ startsOn: event.target.value as ClockEvent })}
            >
              {eventChoices.map((kind) => (
                <option key={kind} value={kind}>
                  {clockEventWords[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div data-field={`${at}.stopsOn`}>
        <EventPicker
          label="Stops when"
          kinds={threshold.stopsOn}
          problem={wrong(`${at}.stopsOn`)}
          onChange={(stopsOn) => put({ stopsOn })}
        />
      </div>
      <div data-field={`${at}.resumesOn`}>
        <EventPicker
          label="Goes on, from its first start, when"
          kinds={threshold.resumesOn}
          problem={wrong(`${at}.resumesOn`)}
          onChange={(resumesOn) => put({ resumesOn })}
        />
      </div>
      <div data-field={`${at}.placeKinds`}>
        <ChipSet
          legend="Only at (none chosen: anywhere)"
          words={placeKindWords}
          values={threshold.placeKinds}
          problem={wrong(`${at}.placeKinds`)}
          onChange={(placeKinds) => put({ placeKinds })}
        />
      </div>
      <div data-field={`${at}.ages`}>
        <ChipChoice<AgeBand>
          legend="For whom"
          words={ageWords}
          value={threshold.ages}
          problem={wrong(`${at}.ages`)}
          onChange={(ages) => put({ ages })}
        />
      </div>
      <div data-field={`${at}.hours`}>
        <HoursFields
          hours={threshold.hours}
          problem={wrong(`${at}.hours`, `${at}.hours.days`)}
          onChange={(hours) => put({ hours })}
        />
      </div>
      <LadderFields<LadderStep>
        name={threshold.label}
        field={`${at}.ladder`}
        figure="Minutes after the clock’s start"
        minutesName="afterMinutes"
        minutes={({ afterMinutes }) => afterMinutes}
        withMinutes={(step, afterMinutes) => ({ ...step, afterMinutes })}
        parties={parties}
        steps={threshold.ladder}
        more={() => ({
          afterMinutes:
            Math.max(threshold.overAfterMinutes, ...threshold.ladder.map((one) => one.afterMinutes)) + 30,
          duties: [],
        })}
        onChange={(ladder) => put({ ladder })}
        wrong={wrong}
      />
    </div>
  );
};
