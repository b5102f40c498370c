import type { ComponentProps } from 'react';
import { Field } from './field';

interface Props extends Pick<ComponentProps<'input'>, 'autoFocus' | 'inputMode' | 'maxLength' | 'onBlur'> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** A labelled single line. The browser never offers what was typed for somebody else. */
export const TextField = ({ label, hint, problem, onChange, ...input }: Props) => (
  <Field label={label} hint={hint} problem={problem}>
    {(ids) => (
      <input {...ids} {...input} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
    )}
  </Field>
);
