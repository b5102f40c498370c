import type { Incident } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { Button } from '../kit/button';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { TimeField, instantToSend } from '../kit/time-field';
import { useLive } from '../live/live-context';
import type { StationGrounds } from './fact-body';
import { factBody } from './fact-body';
import { FactFieldInput } from './fact-field-input';
import type { FactValues } from './fact-fields';
import { factFields, firstValues } from './fact-fields';
import styles from './fact-form.module.css';
import { possibleOutcomes } from './possible-outcomes';
import type { RecordedKind } from './recorded-kinds';
import { recordButtonWords } from './recorded-kinds';
import { StationGroundsFields, noGrounds } from './station-grounds';

interface Props {
  readonly incident: Incident;
  readonly kind: RecordedKind;
  /** What is already known, such as the place that is held. */
  readonly given?: FactValues;
  /** Fields whose given value is not in question here, and so are not asked. */
  readonly settled?: readonly string[];
  readonly phone?: boolean;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Records one fact: the time first, then what the fact needs, then why it was refused if it was. */
export const FactForm = ({
  incident,
  kind,
  given = {},
  settled = [],
  phone = false,
  onDone,
  onCancel,
}: Props) => {
  const { board, clock } = useLive();
  const command = useCommand('recordFact', `${recordButtonWords[kind]}: recorded`);
  const [when, setWhen] = useState('now');
  const [values, setValues] = useState<FactValues>({ ...firstValues[kind], ...given });
  const [grounds, setGrounds] = useState<StationGrounds>(noGrounds);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const place = board.published().shelves.place.get(values['placeId'] ?? '');
  const atStation = kind === 'arrived' && place?.kind === 'police-station';

  const fields = factFields[kind]
    .filter((field) => !settled.includes(field.name))
    .filter((field) => !('when' in field) || !field.when || field.when(values))
    .map((field) =>
      kind === 'outcome' && field.kind === 'list'
        ? { ...field, words: possibleOutcomes(incident.facts, clock.now()) }
        : field,
    );

  const submit = () => {
    const time = instantToSend(when, clock.now());
    if ('problem' in time) return setProblems({ happenedAt: time.problem });
    const made = factBody(kind, values, { ...time, ...(atStation && { policeStation: grounds }) });
    if ('problems' in made) return setProblems(made.problems);
    setProblems({});
    command.send({ incidentId: incident.id }, made.body, onDone);
  };

  return (
    <form
      className={styles.form}
      aria-label={recordButtonWords[kind]}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <TimeField value={when} onChange={setWhen} autoFocus={!phone} withChips={phone} />
      {fields.map((field) => (
        <FactFieldInput
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          problem={problems[field.name]}
          onChange={(value) => setValues({ ...values, [field.name]: value })}
        />
      ))}
      {atStation && <StationGroundsFields person={incident.person} value={grounds} onChange={setGrounds} />}
      <div className={styles.buttons}>
        <CommandButton type="submit" look="primary" large={phone} command={command}>
          {`Record: ${recordButtonWords[kind].toLowerCase()}`}
        </CommandButton>
        <Button onClick={onCancel} large={phone}>
          Cancel
        </Button>
      </div>
      <CommandResult command={command} />
    </form>
  );
};
