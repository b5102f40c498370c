import { useState } from 'react';
import { Field } from './field';

interface Props {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  /** NaN while what is typed is no number. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

const read = (text: string): number => (/^\s*-?\d+(?:\.\d+)?\s*$/.test(text) ? Number(text) : Number.NaN);
const shown = (value: number): string => (Number.isFinite(value) ? String(value) : '');

/** A figure. What is typed stays as it was typed, until the figure is changed from elsewhere. */
export const NumberField = ({ label, hint, problem, value, onChange }: Props) => {
  const [typed, setTyped] = useState(shown(value));
  const stands = Object.is(read(typed), Number.isFinite(value) ? value : Number.NaN);
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(ids) => (
        <input
          {...ids}
          inputMode="decimal"
          autoComplete="off"
          value={stands ? typed : shown(value)}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange(read(event.target.value));
          }}
        />
      )}
    </Field>
  );
};
