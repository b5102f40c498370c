import type { Named } from '@concord/domain';
import { Field } from '../kit/field';

interface Props {
  readonly label: string;
  readonly people: readonly Named[];
  readonly value: string;
  readonly onChange: (userId: string) => void;
  readonly problem?: string | undefined;
}

export const PersonSelect = ({ label, people, value, onChange, problem }: Props) => (
  <Field label={label} problem={problem}>
    {(ids) => (
      <select {...ids} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">Choose</option>
        {people.map(({ userId, name }) => (
          <option key={userId} value={userId}>
            {name}
          </option>
        ))}
      </select>
    )}
  </Field>
);
