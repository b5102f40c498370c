import { ChipChoice } from '../kit/chips';
import { Field } from '../kit/field';
import { placesInOrder } from './around';
import type { Asking, FactField, FactValues } from './fact-forms/fact-field';
import { wordsOf } from './fact-forms/fact-field';
import styles from './fact-form.module.css';

interface Props {
  readonly field: FactField;
  readonly asking: Asking;
  /** What the form's other fields hold. */
  readonly values: FactValues;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

type Options = readonly (readonly [code: string, words: string])[];

const Select = ({
  field,
  value,
  problem,
  onChange,
  first,
  options,
}: Omit<Props, 'asking' | 'values'> & { readonly first: string; readonly options: Options }) => (
  <Field label={field.label} hint={field.hint} problem={problem}>
    {(ids) => (
      <select {...ids} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{first}</option>
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    )}
  </Field>
);

const Tick = ({ field, value, onChange }: Props) => (
  <label className={styles.check}>
    <input
      type="checkbox"
      checked={value === 'yes'}
      onChange={(event) => onChange(event.target.checked ? 'yes' : 'no')}
    />
    {field.label}
  </label>
);

const Typed = ({ field, value, problem, onChange }: Props) => (
  <Field label={field.label} hint={field.hint} problem={problem}>
    {(ids) =>
      field.kind === 'text' && field.lines ? (
        <textarea {...ids} rows={2} value={value} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          {...ids}
          inputMode={field.kind === 'number' ? 'numeric' : undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          autoComplete="off"
        />
      )
    }
  </Field>
);

const yesOrNo = { yes: 'Yes', no: 'No' };

/** One field of a guided form, as its kind is best entered. */
export const FactFieldInput = (props: Props) => {
  const { field, asking, values, value, problem, onChange } = props;
  switch (field.kind) {
    case 'place':
      return (
        <Select
          {...props}
          first="Choose a place"
          options={placesInOrder(asking.places).map(({ id, name }) => [id, name])}
        />
      );
    case 'list':
      return (
        <Select {...props} first="Choose one" options={Object.entries(wordsOf(field, asking, values))} />
      );
    case 'choice':
    case 'yes-no':
      return (
        <ChipChoice
          legend={field.label}
          words={'words' in field ? wordsOf(field, asking, values) : yesOrNo}
          value={value}
          onChange={onChange}
          problem={problem}
        />
      );
    case 'tick':
      return <Tick {...props} />;
    case 'text':
    case 'number':
    case 'span':
      return <Typed {...props} />;
  }
};
