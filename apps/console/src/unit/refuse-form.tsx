import type { Hold, RefusalReason } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { ReasonField } from '../incidents/reason-field';
import { ChipChoice } from '../kit/chips';
import { FormEnd } from '../kit/form-end';
import { refusalReasonWords } from '../words/codes';
import styles from '../incidents/fact-form.module.css';

/** A reason from the agreed list and a rationale about this person: the controller sees both at once, and the next best place. */
export const RefuseForm = ({ hold, onStop }: { readonly hold: Hold; readonly onStop: () => void }) => {
  const [reason, setReason] = useState<RefusalReason>();
  const [rationale, setRationale] = useState('');
  const [asked, setAsked] = useState(false);
  const command = useCommand('refuseHold', `${hold.incidentRef}: refused`);
  return (
    <form
      className={styles.form}
      aria-label="Refuse"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!reason) return;
        command.send({ holdId: hold.id }, { reason, rationale, seenRevision: hold.revision }, onStop);
      }}
    >
      <ChipChoice
        legend="Reason"
        words={refusalReasonWords}
        value={reason}
        onChange={setReason}
        problem={asked && !reason ? 'Choose the reason.' : undefined}
      />
      <ReasonField
        label="Why this person cannot be taken"
        hint="Goes to the control room and on the record."
        value={rationale}
        onChange={setRationale}
      />
      <FormEnd command={command} does="Send refusal" look="danger" large leave="Back" onLeave={onStop} />
    </form>
  );
};
