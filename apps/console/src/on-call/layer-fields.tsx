import type { Duty, ShiftUnit } from '@concord/domain';
import { Button } from '../kit/button';
import { Field } from '../kit/field';
import type { LayerEntry } from './layer-entry';
import { readHours } from './layer-entry';
import styles from './on-call.module.css';
import { PersonSelect } from './person-select';
import { useRotaPeople } from './rota-people';

const units: readonly ShiftUnit[] = ['hours', 'days', 'weeks', 'months'];

interface Props {
  readonly duty: Duty;
  readonly entry: LayerEntry;
  readonly onChange: (entry: LayerEntry) => void;
}

const Members = ({ duty, entry, onChange }: Props) => {
  const people = useRotaPeople(duty);
  const { members } = entry;
  const nameOf = (userId: string) => people.find((person) => person.userId === userId)?.name ?? '…';
  const put = (next: readonly string[]) => onChange({ ...entry, members: next });
  const swapped = (i: number) =>
    members.map((one, at) => (at === i - 1 ? members[i] : at === i ? members[i - 1] : one) ?? one);
  return (
    <div className={styles.members}>
      <ol className={styles.layers} aria-label="In the order of their turns">
        {members.map((userId, i) => (
          <li key={`${userId}/${i}`}>
            {nameOf(userId)}{' '}
            <Button
              look="quiet"
              aria-label={`${nameOf(userId)} earlier`}
              disabled={i === 0}
              onClick={() => put(swapped(i))}
            >
              Earlier
            </Button>
            <Button
              look="quiet"
              aria-label={`Leave out ${nameOf(userId)}`}
              onClick={() => put(members.filter((_, at) => at !== i))}
            >
              Leave out
            </Button>
          </li>
        ))}
      </ol>
      <PersonSelect
        label="Add to the turns"
        people={people}
        value=""
        onChange={(userId) => userId && put([...members, userId])}
      />
    </div>
  );
};

/** Who takes turns, how long, from when, and at which hours of the week they count. */
export const LayerFields = ({ duty, entry, onChange }: Props) => {
  const text = (
    label: string,
    name: 'name' | 'width' | 'count' | 'handovers' | 'from',
    type: string,
    hint?: string,
  ) => (
    <Field label={label} hint={hint}>
      {(ids) => (
        <input
          {...ids}
          type={type}
          min={type === 'number' ? 1 : undefined}
          value={entry[name]}
          onChange={(event) => onChange({ ...entry, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className={styles.fields}>
      {text('Name of the layer', 'name', 'text')}
      <Members duty={duty} entry={entry} onChange={onChange} />
      {text('On at once', 'width', 'number')}
      {text('A turn is', 'count', 'number')}
      <Field label="of">
        {(ids) => (
          <select
            {...ids}
            value={entry.every}
            onChange={(event) => onChange({ ...entry, every: event.target.value as ShiftUnit })}
          >
            {units.map((unit) => (
              <option key={unit}>{unit}</option>
            ))}
          </select>
        )}
      </Field>
      {text('Handed over at', 'handovers', 'text', 'London time, such as 08:00, 20:00')}
      {text('First turn on', 'from', 'date')}
      <Field
        label="Counts at"
        hint="Such as Mon-Fri 09:00-17:00; Sat 10:00-14:00. Empty: always."
        problem={
          readHours(entry.hours) ? undefined : 'Days, then from and to, each line ended by a semicolon.'
        }
      >
        {(ids) => (
          <input
            {...ids}
            value={entry.hours}
            onChange={(event) => onChange({ ...entry, hours: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
};
