import { ChipChoice, ChipSet } from '../kit/chips';
import { Field } from '../kit/field';
import { ageBasisWords, sexWords } from '../words/codes';
import type { NewIncidentEntry } from './new-incident-body';
import styles from './new-incident-form.module.css';

interface Props {
  readonly entry: NewIncidentEntry;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (part: Partial<NewIncidentEntry>) => void;
}

const appears = { under18: 'Appears under 18' };
const bases = ['known', 'estimated'] as const;

/** The outline that the board may hold; identity is folded away and kept apart from it. */
export const PersonFields = ({ entry, problems, onChange }: Props) => (
  <>
    <div className={styles.person}>
      <div className={styles.age}>
        <Field label="Age" problem={problems['age']}>
          {(ids) => (
            <input
              {...ids}
              inputMode="numeric"
              autoComplete="off"
              value={entry.age}
              onChange={(event) =>
                onChange({
                  age: event.target.value,
                  ageBasis: entry.ageBasis === 'unknown' ? 'estimated' : entry.ageBasis,
                })
              }
            />
          )}
        </Field>
        <ChipChoice
          legend="Age is"
          words={ageBasisWords}
          codes={bases}
          value={entry.age === '' ? undefined : entry.ageBasis}
          onChange={(ageBasis) => onChange({ ageBasis })}
        />
      </div>
      <ChipChoice legend="Sex" words={sexWords} value={entry.sex} onChange={(sex) => onChange({ sex })} />
      <ChipSet
        legend="At the scene"
        words={appears}
        values={entry.appearsUnder18 ? ['under18'] : []}
        onChange={(values) => onChange({ appearsUnder18: values.length > 0 })}
      />
    </div>
    <details className={styles.more}>
      <summary>Name, date of birth, NHS number</summary>
      <div className={styles.identity}>
        <Field label="Name" problem={problems['name']}>
          {(ids) => (
            <input
              {...ids}
              autoComplete="off"
              value={entry.name}
              onChange={(event) => onChange({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label="Date of birth" problem={problems['dateOfBirth']}>
          {(ids) => (
            <input
              {...ids}
              type="date"
              value={entry.dateOfBirth}
              onChange={(event) => onChange({ dateOfBirth: event.target.value })}
            />
          )}
        </Field>
        <Field label="NHS number" problem={problems['nhsNumber']}>
          {(ids) => (
            <input
              {...ids}
              inputMode="numeric"
              autoComplete="off"
              value={entry.nhsNumber}
              onChange={(event) => onChange({ nhsNumber: event.target.value })}
            />
          )}
        </Field>
      </div>
    </details>
  </>
);
