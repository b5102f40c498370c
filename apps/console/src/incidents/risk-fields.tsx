import { ChipSet } from '../kit/chips';
import { Field } from '../kit/field';
import { riskWords } from '../words/codes';
import type { NewIncidentEntry } from './new-incident-body';
import styles from './new-incident-form.module.css';

interface Props {
  readonly entry: NewIncidentEntry;
  readonly problem: string | undefined;
  readonly onChange: (part: Partial<NewIncidentEntry>) => void;
}

/** "Need to know" for this incident: each risk with what is known, never a bare label. */
export const RiskFields = ({ entry, problem, onChange }: Props) => (
  <div>
    <ChipSet
      legend="Known risks"
      words={riskWords}
      values={entry.risks}
      onChange={(risks) => onChange({ risks })}
    />
    <div className={styles.notes}>
      {entry.risks.map((kind) => (
        <Field
          key={kind}
          label={`${riskWords[kind]}: what is known`}
          problem={entry.riskNotes[kind] ? undefined : problem}
        >
          {(ids) => (
            <input
              {...ids}
              autoComplete="off"
              value={entry.riskNotes[kind] ?? ''}
              onChange={(event) =>
                onChange({ riskNotes: { ...entry.riskNotes, [kind]: event.target.value } })
              }
            />
          )}
        </Field>
      ))}
    </div>
  </div>
);
