import type { FactKind } from '@concord/domain';
import { Button } from '../../kit/button';
import { Field } from '../../kit/field';
import { factKindWords } from '../../words/fact-kinds';
import styles from '../agreements.module.css';

export const factChoices = (Object.keys(factKindWords) as FactKind[]).sort((a, b) =>
  factKindWords[a] < factKindWords[b] ? -1 : 1,
);

interface Props {
  readonly label: string;
  readonly kinds: readonly FactKind[];
  readonly problem: string | undefined;
  readonly onChange: (kinds: FactKind[]) => void;
}

/** Any of many events: those chosen each with a button that leaves it out, and a list to add from. */
export const FactPicker = ({ label, kinds, problem, onChange }: Props) => (
  <div className={styles.picker}>
    <Field label={label} problem={problem}>
      {(ids) => (
        <select {...ids} value="" onChange={(event) => onChange([...kinds, event.target.value as FactKind])}>
          <option value="">Add…</option>
          {factChoices
            .filter((kind) => !kinds.includes(kind))
            .map((kind) => (
              <option key={kind} value={kind}>
                {factKindWords[kind]}
              </option>
            ))}
        </select>
      )}
    </Field>
    <ul className={styles.tools} aria-label={`${label}: chosen`}>
      {kinds.map((kind) => (
        <li key={kind}>
          <Button onClick={() => onChange(kinds.filter((other) => other !== kind))}>
            {factKindWords[kind]}
            <span aria-hidden="true"> ×</span>
            <span className="visually-hidden">: leave out</span>
          </Button>
        </li>
      ))}
    </ul>
  </div>
);
