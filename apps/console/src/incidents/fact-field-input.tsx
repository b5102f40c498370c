import { ChipChoice } from '../kit/chips';
import { Field } from '../kit/field';
import { useAll } from '../live/live-context';
import { placesInOrder } from './around';
import type { FactField } from './fact-fields';

interface Props {
  readonly field: FactField;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

const PlaceSelect = ({ field, value, problem, onChange }: Props) => {
  const places = placesInOrder(useAll('place'));
  return (
    <Field label={field.label} problem={problem}>
      {(ids) => (
        <select {...ids} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">Choose a place</option>
          {places.map((place) => (
            <option key={place.id} value={place.id}>
              {place.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
};

export const FactFieldInput = (props: Props) => {
  const { field, value, problem, onChange } = props;
  switch (field.kind) {
    case 'place':
      return <PlaceSelect {...props} />;
    case 'choice':
      return (
        <ChipChoice
          legend={field.label}
          words={field.words}
          value={value}
          onChange={onChange}
          problem={problem}
        />
      );
    case 'list':
      return (
        <Field label={field.label} problem={problem}>
          {(ids) => (
            <select {...ids} value={value} onChange={(event) => onChange(event.target.value)}>
              <option value="">Choose one</option>
              {Object.entries(field.words).map(([code, words]) => (
                <option key={code} value={code}>
                  {words}
                </option>
              ))}
            </select>
          )}
        </Field>
      );
    case 'text':
      return (
        <Field label={field.label} hint={field.hint} problem={problem}>
          {(ids) =>
            field.lines ? (
              <textarea {...ids} rows={2} value={value} onChange={(event) => onChange(event.target.value)} />
            ) : (
              <input
                {...ids}
                value={value}
                onChange={(event) => onChange(event.target.value)}
                autoComplete="off"
              />
            )
          }
        </Field>
      );
  }
};
