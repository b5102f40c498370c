import type { Incident } from '@concord/domain';
import { mustTreatAsUnder18 } from '@concord/domain';
import { command as bodies } from '@concord/contracts';
import { useState } from 'react';
import { useCommand } from '../commands';
import { FormEnd } from '../kit/form-end';
import { Glyph } from '../kit/glyph';
import { TextField } from '../kit/text-field';
import type { PersonEntry } from './person-entry';
import { changedIn, entryOf } from './person-entry';
import styles from './person-forms.module.css';
import { NeedsFields, OutlineFields } from './person-outline-fields';

interface Props {
  readonly incident: Incident;
  readonly phone?: boolean;
  readonly onDone: () => void;
}

/** What is now known of the person, on whose word. The earlier words stay in the history. */
export const DescribeForm = ({ incident, phone = false, onDone }: Props) => {
  const command = useCommand('recordFact', 'Person: recorded');
  const [before] = useState(() => entryOf(incident.person));
  const [entry, setEntry] = useState<PersonEntry>(before);
  const [source, setSource] = useState('');
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const change = (part: Partial<PersonEntry>) => setEntry({ ...entry, ...part });
  const said = changedIn(entry, incident.person);
  const nothing = Object.keys(said).length === 0;
  const turnsChild =
    mustTreatAsUnder18({ ...incident.person, ...said }) && !mustTreatAsUnder18(incident.person);

  const submit = () => {
    if (nothing) return onDone();
    const body = { kind: 'person-described' as const, said, ...(source.trim() && { source: source.trim() }) };
    const read = bodies.recordFact.safeParse(body);
    if (!read.success) {
      const wrong = read.error.issues.map(({ path }) => [
        String(path[1] ?? path[0]),
        'From 0 to 120, in years.',
      ]);
      return setProblems(Object.fromEntries(wrong) as Record<string, string>);
    }
    setProblems({});
    command.send({ incidentId: incident.id }, body, onDone);
  };

  return (
    <form
      className={styles.form}
      aria-label="What is known of the person"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <OutlineFields entry={entry} problems={problems} onChange={change} />
      <NeedsFields entry={entry} problems={problems} onChange={change} />
      <TextField
        label="On whose word"
        hint="If not your own"

        value={source}
        onChange={setSource}
      />
      {turnsChild && (
        <p className={styles.warning}>
          <Glyph name="law" size={16} />
          <span>
            <strong>With this they must be treated as under 18</strong> (MHA 1983 s136A): never at a police
            station. If they are detained, sending this raises an alert.
          </span>
        </p>
      )}
      <FormEnd command={command} does="Record what is known" large={phone} onLeave={onDone} />
    </form>
  );
};
