import type { AmhpRequest } from '@concord/domain';
import { displacedBy, obstacleSays, obstacleTo } from '@concord/domain';
import { useState } from 'react';
import { useCircumstances } from '../amhp/use-circumstances';
import { useCommand } from '../commands';
import { ReasonField } from '../incidents/reason-field';
import { Field } from '../kit/field';
import { FormEnd } from '../kit/form-end';
import { useAll, useNow } from '../live/live-context';
import styles from './team.module.css';

/** The lead offers a request to somebody by name. Whoever cannot be asked is listed with what keeps them. */
export const ReassignForm = ({
  request,
  onStop,
}: {
  readonly request: AmhpRequest;
  readonly onStop: () => void;
}) => {
  const now = useNow();
  const incident = useAll('incident').get(request.incidentId);
  const known = useCircumstances(incident, request);
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const command = useCommand('reassignAmhp', `${request.incidentRef}: offered on`);
  const displaced = displacedBy(request);
  const people = (known?.onCall ?? []).filter(({ userId }) => userId !== displaced?.userId);
  return (
    <form
      className={styles.form}
      aria-label={`Offer ${request.incidentRef} to somebody`}
      onSubmit={(event) => {
        event.preventDefault();
        if (to === '') return;
        command.send({ requestId: request.id }, { to, reason, seenRevision: request.revision }, onStop);
      }}
    >
      <Field label="Offer it to">
        {(ids) => (
          <select {...ids} value={to} onChange={(event) => setTo(event.target.value)}>
            <option value="">Choose</option>
            {people.map((who) => {
              const keeps = known && obstacleTo(who, known.so);
              return (
                <option key={who.userId} value={who.userId} disabled={Boolean(keeps)}>
                  {who.name}
                  {keeps ? ` (${obstacleSays(keeps, now)})` : ''}
                </option>
              );
            })}
          </select>
        )}
      </Field>
      <ReasonField
        label="Why"
        hint={displaced ? `${displaced.name} is told that it is no longer theirs.` : undefined}
        value={reason}
        onChange={setReason}
      />
      <FormEnd command={command} does="Offer it" onLeave={onStop} />
    </form>
  );
};
