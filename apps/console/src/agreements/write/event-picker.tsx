import type { ClockEvent } from '@concord/domain';
import { Button } from '../../kit/button';
import { Field } from '../../kit/field';
import { clockEventWords } from '../../words/clock-events';
import styles from '../agreements.module.css';

export const eventChoices = (Object.keys(clockEventWords) as ClockEvent[]).sort((a, b) =>
  clockEventWords[a] < clockEventWords[b] ? -1 : 1,
);

interface Props {
  readonly label: string;
  readonly kinds: readonly ClockEvent[];
  readonly problem: string | undefined;
  readonly onChange: (kinds: ClockEvent[]) => void;
}

/** Any of many events: those chosen each with a button that leaves it out, and a list to add from. */
export const EventPicker = ({ label, kinds, problem, onChange }: Props) => (
  <div className={styles.picker}>
    <Field label={label} problem={problem}>
      {(ids) => (
        <select
          {...ids}
          value=""
          onChange={(event) => onChange([...kinds, event.target.value as ClockEvent])}
        >
          <option value="">Add…</option>
          {eventChoices
            .filter((kind) => !kinds.includes(kind))
            .map((kind) => (
              <option key={kind} value={kind}>
                {clockEventWords[kind]}
              </option>
            ))}
        </select>
      )}
    </Field>
    <ul className={styles.tools} aria-label={`${label}: chosen`}>
      {kinds.map((kind) => (
        <li key={kind}>
          <Button onClick={() => onChange(kinds.filter((other) => other !== kind))}>
            {clockEventWords[kind]}
            <span aria-hidden="true"> ×</span>
            <span className="visually-hidden">: leave out</span>
          </Button>
        </li>
      ))}
    </ul>
  </div>
);
