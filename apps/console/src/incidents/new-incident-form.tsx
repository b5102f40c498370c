import { useState } from 'react';
import { useCommand } from '../commands';
import { Field } from '../kit/field';
import { FormEnd } from '../kit/form-end';
import { TextField } from '../kit/text-field';
import { TimeField } from '../kit/time-field';
import { useAll, useLive } from '../live/live-context';
import type { NewIncidentEntry } from './new-incident-body';
import { emptyEntry, newIncidentBody } from './new-incident-body';
import styles from './new-incident-form.module.css';
import person from './person-forms.module.css';
import { childsAge } from './person-identity-entry';
import { ChildWarning, IdentityFields } from './person-identity-fields';
import { NeedsFields, OutlineFields } from './person-outline-fields';
import { RiskFields } from './risk-fields';

interface Props {
  readonly phone?: boolean;
  /** Who is calling, when the screen knows: a crew is its own caller. */
  readonly caller?: string;
  readonly district?: string;
  readonly onOpened: (incidentId: string) => void;
  readonly onCancel: () => void;
}

/** Where and who called; the person only as far as known. Nothing else is needed to begin. */
export const NewIncidentForm = ({ phone = false, caller = '', district = '', onOpened, onCancel }: Props) => {
  const { areaId, clock } = useLive();
  const districts = useAll('area').get(areaId)?.districts ?? [];
  const [entry, setEntry] = useState<NewIncidentEntry>({ ...emptyEntry, calledBy: caller, district });
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const command = useCommand('openIncident', 'Incident opened');
  const [warnedOf, setWarnedOf] = useState('');
  const change = (part: Partial<NewIncidentEntry>) => setEntry((before) => ({ ...before, ...part }));
  const child = childsAge(entry, clock.now());
  const warned = child !== undefined && warnedOf === entry.born;

  const submit = () => {
    const made = newIncidentBody(entry, districts, clock.now());
    if ('problems' in made) return setProblems(made.problems);
    setProblems({});
    if (child !== undefined && !warned) return setWarnedOf(entry.born);
    command.send({}, made.body, (incident) => onOpened(incident.id));
  };

  return (
    <form
      className={styles.form}
      aria-label="New incident"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={styles.where}>
        <TextField
          label="Where"
          problem={problems['where']}
          autoFocus={!phone}
          value={entry.where}
          onChange={(where) => change({ where })}
        />
        <Field label="District" problem={problems['district']}>
          {(ids) => (
            <select
              {...ids}
              value={entry.district}
              onChange={(event) => change({ district: event.target.value })}
            >
              <option value="">Choose</option>
              {districts.map(({ name }) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          label="Called by"
          problem={problems['calledBy']}
          value={entry.calledBy}
          onChange={(calledBy) => change({ calledBy })}
        />
      </div>
      <TimeField label="When the call came" value={entry.when} onChange={(when) => change({ when })} />
      <OutlineFields entry={entry} problems={problems} onChange={change} />
      <RiskFields risks={entry.risks} problem={problems['risks']} onChange={(risks) => change({ risks })} />
      <details className={person.more}>
        <summary>Interpreter, communication, gender, ethnicity</summary>
        <div>
          <NeedsFields entry={entry} problems={problems} onChange={change} />
        </div>
      </details>
      <details className={person.more}>
        <summary>Name, date of birth, NHS number</summary>
        <div>
          <IdentityFields entry={entry} problems={problems} onChange={change} />
        </div>
      </details>
      {child !== undefined && <ChildWarning ageYears={child} />}
      <FormEnd
        command={command}
        does={warned ? `They are ${child}: open the incident` : 'Open the incident'}
        large={phone}
        onLeave={onCancel}
      />
    </form>
  );
};
