import type { Hold, RefusalReason } from '@concord/domain';
import { refused, refuseHold } from '@concord/domain';
import { useState } from 'react';
import { useSession } from '../app/session';
import { useCommand } from '../commands';
import { ReasonField } from '../incidents/reason-field';
import { ChipChoice } from '../kit/chips';
import { FormEnd } from '../kit/form-end';
import { useLive } from '../live/live-context';
import { refusalReasonWords } from '../words/codes';
import styles from '../incidents/fact-form.module.css';

const NOT_ALONE =
  'Intoxication alone is not a reason. Say what clinical need this person has that you cannot meet.';
const GOES_TO = 'Goes to the control room and on the record.';

/** A reason from the agreed list and a rationale about this person: the controller sees both at once, and the next best place. */
export const RefuseForm = ({ hold, onStop }: { readonly hold: Hold; readonly onStop: () => void }) => {
  const { me } = useSession();
  const { clock } = useLive();
  const [reason, setReason] = useState<RefusalReason>();
  const [rationale, setRationale] = useState('');
  const [asked, setAsked] = useState(false);
  const command = useCommand('refuseHold', `${hold.incidentRef}: refused`);
  const answer = reason && { reason, rationale, at: clock.now(), by: { userId: me.userId, name: me.name } };
  const decision = answer && refuseHold(hold, answer);
  // The rule that the server asks, said beside the field before anything is sent.
  const wrong =
    decision && refused(decision) && decision.details?.['field'] === 'rationale' ? decision : undefined;
  const shown = asked ? wrong : undefined;
  // Under any code: it is said while it is written, not only when it is sent.
  const isBlanket = reason === 'intoxication-clinical' || wrong?.code === 'blanket-refusal';
  return (
    <form
      className={styles.form}
      aria-label="Refuse"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!reason || wrong) return;
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
        hint={shown ? undefined : isBlanket ? NOT_ALONE : GOES_TO}
        value={rationale}
        problem={shown && `${shown.message}${shown.rule ? ` (${shown.rule})` : ''}`}
        onChange={setRationale}
      />
      <FormEnd command={command} does="Send refusal" look="danger" large leave="Back" onLeave={onStop} />
    </form>
  );
};
