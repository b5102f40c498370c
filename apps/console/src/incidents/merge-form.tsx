import type { Incident } from '@concord/domain';
import { isOpen, openedAt } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { Field } from '../kit/field';
import { useAll, useNow } from '../live/live-context';
import { timeSeenFrom } from '../time/london';
import { personLine } from '../words/person-line';
import { whereLine } from '../words/where-line';
import { ReasonForm } from './reason-form';

interface Props {
  readonly incident: Incident;
  readonly phone: boolean;
  readonly onStop: () => void;
}

/** Two records of one incident: the facts of the other join this one, and it is shut. */
export const MergeForm = ({ incident, phone, onStop }: Props) => {
  const now = useNow();
  const [otherIncidentId, setOther] = useState('');
  const others = [...useAll('incident').values()]
    .filter((other) => other.id !== incident.id && isOpen(other))
    .sort((a, b) => (openedAt(a) > openedAt(b) ? -1 : 1));
  const command = useCommand('mergeIncidents', `Merged into ${incident.ref}`);
  return (
    <ReasonForm
      does={`Merge it into ${incident.ref}`}
      label="How you know that it is the same incident"
      phone={phone}
      command={command}
      ready={otherIncidentId !== ''}
      onSend={(reason) => command.send({ incidentId: incident.id }, { otherIncidentId, reason }, onStop)}
      onStop={onStop}
    >
      <p>
        <strong>{incident.ref} is kept.</strong> The facts of the other join it with their times and authors,
        the earliest arrival stands, and the other is shut. They can be taken apart again.
      </p>
      <Field label="The other record">
        {(ids) => (
          <select
            {...ids}
            autoFocus={!phone}
            value={otherIncidentId}
            onChange={(event) => setOther(event.target.value)}
          >
            <option value="">{others.length > 0 ? 'Choose the record' : 'No other record is open'}</option>
            {others.map((other) => (
              <option key={other.id} value={other.id}>
                {`${other.ref} · ${timeSeenFrom(openedAt(other), now)} · ${personLine(other.person)} · ${whereLine(other.where)}`}
              </option>
            ))}
          </select>
        )}
      </Field>
    </ReasonForm>
  );
};
