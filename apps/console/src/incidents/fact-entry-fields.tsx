import { Glyph } from '../kit/glyph';
import { TimeField } from '../kit/time-field';
import { FactFieldInput } from './fact-field-input';
import { goesToStation, isOfStation } from './fact-forms/arrival-fields';
import type { FactField } from './fact-forms/fact-field';
import { factForms } from './fact-forms/forms';
import styles from './fact-form.module.css';
import { StationGrounds } from './station-grounds';
import { Telling } from './telling';
import type { FactEntry } from './use-fact-entry';

interface Props {
  readonly entry: FactEntry;
  readonly phone: boolean;
  /** Fields whose value is not in question here, and so are not asked. */
  readonly settled?: readonly string[];
}

/** The time first, then what the fact needs, then how it came to be told. */
export const FactEntryFields = ({ entry, phone, settled = [] }: Props) => {
  const { kind, fields, values, asking, problems, set } = entry;
  const { timeLabel, explains } = factForms[kind];
  const explained = typeof explains === 'function' ? explains(asking) : explains;
  const shown = fields.filter(({ name }) => !settled.includes(name));
  const inputs = (some: readonly FactField[]) =>
    some.map((field) => (
      <FactFieldInput
        key={field.name}
        field={field}
        asking={asking}
        values={values}
        value={values[field.name] ?? ''}
        problem={problems[field.name]}
        onChange={(value) => set(field.name, value)}
      />
    ));
  return (
    <>
      {explained && (
        <p className={styles.explains}>
          <Glyph name="law" size={14} />
          <span>{explained}</span>
        </p>
      )}
      <TimeField
        label={timeLabel}
        value={entry.when}
        onChange={entry.setWhen}
        autoFocus={!phone}
        withChips={phone}
      />
      {inputs(shown.filter((field) => !isOfStation(field)))}
      {goesToStation(values, asking) && (
        <StationGrounds person={asking.incident.person}>{inputs(shown.filter(isOfStation))}</StationGrounds>
      )}
      <Telling typed={entry.when} value={entry.told} onChange={entry.setTold} />
    </>
  );
};
