import { ChipChoice, ChipSet } from '../kit/chips';
import { Field } from '../kit/field';
import { TextField } from '../kit/text-field';
import { ageBasisWords, sexWords } from '../words/codes';
import { ethnicityWords, observedEthnicityWords, personNeedWords } from '../words/person-codes';
import type { PersonEntry } from './person-entry';
import { withAge, withBasis } from './person-entry';
import styles from './person-forms.module.css';

interface Props {
  readonly entry: PersonEntry;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (part: Partial<PersonEntry>) => void;
}

const appears = { under18: 'Appears under 18' };
const bases = ['known', 'estimated', 'unknown'] as const;

/** Age, sex, needs, and whether they appear to be a child: what decides where they may be taken. */
export const OutlineFields = ({ entry, problems, onChange }: Props) => (
  <div className={styles.outline}>
    <div className={styles.age}>
      <TextField
        label="Age"
        problem={problems['ageYears']}
        inputMode="numeric"
        value={entry.age}
        onChange={(age) => onChange(withAge(entry, age))}
      />
      <ChipChoice
        legend="Age is"
        words={ageBasisWords}
        codes={bases}
        value={entry.ageBasis}
        onChange={(ageBasis) => onChange(withBasis(entry, ageBasis))}
      />
    </div>
    <ChipChoice legend="Sex" words={sexWords} value={entry.sex} onChange={(sex) => onChange({ sex })} />
    <ChipSet
      legend="To the officer at the scene"
      words={appears}
      values={entry.appearsUnder18 ? ['under18'] : []}
      onChange={(values) => onChange({ appearsUnder18: values.length > 0 })}
    />
    <div className={styles.across}>
      <ChipSet
        legend="Needs of a room"
        words={personNeedWords}
        values={entry.needs}
        onChange={(needs) => onChange({ needs })}
      />
    </div>
  </div>
);

interface CodeProps<Code extends string> {
  readonly label: string;
  readonly hint: string;
  readonly words: Readonly<Record<Code, string>>;
  readonly value: Code | '';
  readonly onChange: (code: Code | '') => void;
}

const CodeSelect = <Code extends string>({ label, hint, words, value, onChange }: CodeProps<Code>) => (
  <Field label={label} hint={hint}>
    {(ids) => (
      <select {...ids} value={value} onChange={(event) => onChange(event.target.value as Code | '')}>
        <option value="">Not asked</option>
        {(Object.entries(words) as [Code, string][]).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    )}
  </Field>
);

/** What they need, and how they describe themselves; an officer's impression is asked apart from it. */
export const NeedsFields = ({ entry, onChange }: Props) => (
  <div className={styles.pair}>
    <TextField
      label="Interpreter"
      hint="Language, signed ones too"
      value={entry.interpreter}
      onChange={(interpreter) => onChange({ interpreter })}
    />
    <TextField
      label="Communication needs"
      value={entry.communicationNeeds}
      onChange={(communicationNeeds) => onChange({ communicationNeeds })}
    />
    <TextField
      label="Gender"
      hint="In their own words"
      value={entry.gender}
      onChange={(gender) => onChange({ gender })}
    />
    <CodeSelect
      label="Ethnicity"
      hint="As they say it of themselves"
      words={ethnicityWords}
      value={entry.ethnicity}
      onChange={(ethnicity) => onChange({ ethnicity })}
    />
    <CodeSelect
      label="Ethnic appearance"
      hint="As an officer saw it"
      words={observedEthnicityWords}
      value={entry.observedEthnicity}
      onChange={(observedEthnicity) => onChange({ observedEthnicity })}
    />
  </div>
);
