import type { AmhpRequest } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { ReasonField } from '../incidents/reason-field';
import { FormEnd } from '../kit/form-end';
import styles from '../incidents/fact-form.module.css';

export const WithdrawForm = ({
  request,
  onStop,
}: {
  readonly request: AmhpRequest;
  readonly onStop: () => void;
}) => {
  const [reason, setReason] = useState('');
  const command = useCommand('withdrawAmhp', `${request.incidentRef}: offered on`);
  return (
    <form
      className={styles.form}
      aria-label="I can no longer go"
      onSubmit={(event) => {
        event.preventDefault();
        command.send({ requestId: request.id }, { reason }, onStop);
      }}
    >
      <ReasonField
        label="Why you can no longer go"
        hint="It is offered to the next on call; the wait goes on from the start."
        value={reason}
        onChange={setReason}
      />
      <FormEnd command={command} does="Hand it on" look="danger" large leave="Back" onLeave={onStop} />
    </form>
  );
};
