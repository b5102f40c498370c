import type { Incident } from '@concord/domain';
import { presentArrival } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { FormEnd } from '../kit/form-end';
import { TextField } from '../kit/text-field';
import { useLive } from '../live/live-context';
import styles from './person-forms.module.css';
import type { IdentityEntry } from './person-identity-entry';
import { childsAge, identityIn, nobodyNamed } from './person-identity-entry';
import { ChildWarning, IdentityFields } from './person-identity-fields';

interface Props {
  readonly incident: Incident;
  readonly phone?: boolean;
  readonly onDone: () => void;
}

/** Says who the person is. What is left blank stays as it was; a child is said twice before it is sent. */
export const IdentityForm = ({ incident, phone = false, onDone }: Props) => {
  const { clock } = useLive();
  const command = useCommand('identifyPerson', 'Identity recorded');
  const [entry, setEntry] = useState<IdentityEntry>(nobodyNamed);
  const [source, setSource] = useState('');
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [warnedOf, setWarnedOf] = useState('');
  const child = childsAge(entry, clock.now());
  const warned = child !== undefined && warnedOf === entry.born;

  const submit = () => {
    const made = identityIn(entry, clock.now());
    const wrong = {
      ...('problems' in made && made.problems),
      ...('given' in made &&
        Object.keys(made.given).length === 0 && { name: 'Say at least one of the three.' }),
      ...(source.trim() === '' && {
        source: 'Say how it is known: from them, a card, a relative, a record.',
      }),
    };
    setProblems(wrong);
    if ('problems' in made || Object.keys(wrong).length > 0) return;
    if (child !== undefined && !warned) return setWarnedOf(entry.born);
    command.send({ incidentId: incident.id }, { source: source.trim(), ...made.given }, onDone);
  };

  return (
    <form
      className={styles.form}
      aria-label="Who they are"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <IdentityFields
        entry={entry}
        problems={problems}
        onChange={(part) => setEntry((now) => ({ ...now, ...part }))}
      />
      <TextField
        label="How it is known"
        problem={problems['source']}

        value={source}
        onChange={setSource}
      />
      {child !== undefined && (
        <ChildWarning
          ageYears={child}
          atStation={presentArrival(incident.facts)?.placeKind === 'police-station'}
        />
      )}
      <FormEnd
        command={command}
        does={warned ? `They are ${child}: record it` : 'Record who they are'}
        large={phone}
        onLeave={onDone}
      />
    </form>
  );
};
