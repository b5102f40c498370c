import { Field } from '../kit/field';

interface Props {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly problem?: string | undefined;
  readonly autoFocus?: boolean;
  readonly onChange: (value: string) => void;
}

/** Why: what is changed on a record is never changed without. */
export const ReasonField = ({ label, hint, value, problem, autoFocus = false, onChange }: Props) => (
  <Field label={label} hint={hint} problem={problem}>
    {(ids) => (
      <textarea
        {...ids}
        rows={2}
        autoFocus={autoFocus}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);
