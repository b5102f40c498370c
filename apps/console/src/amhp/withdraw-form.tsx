import type { AmhpRequest } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { Button } from '../kit/button';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { Field } from '../kit/field';
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
      <Field
        label="Why you can no longer go"
        hint="It is offered to the next on call; the wait goes on from the start."
      >
        {(ids) => (
          <textarea {...ids} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <div className={styles.buttons}>
        <CommandButton type="submit" large look="danger" command={command}>
          Hand it on
        </CommandButton>
        <Button large onClick={onStop}>
          Back
        </Button>
      </div>
      <CommandResult command={command} />
    </form>
  );
};
