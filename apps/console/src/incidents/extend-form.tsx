import type { Hold } from '@concord/domain';
import { plusMinutes } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { ChipChoice } from '../kit/chips';
import { FormEnd } from '../kit/form-end';
import { useNow } from '../live/live-context';
import { timeInList } from '../time/london';
import { ReasonField } from './reason-field';
import styles from './fact-form.module.css';

const words = { '15': '15 min', '30': '30 min', '60': '1 hour', '120': '2 hours' } as const;
type Longer = keyof typeof words;
const choices: readonly Longer[] = ['15', '30', '60', '120'];

interface Props {
  readonly hold: Hold;
  readonly phone?: boolean;
  readonly onStop: () => void;
}

/** Keeps a room, or the time to answer for it, longer: with the reason on the incident's record. */
export const ExtendForm = ({ hold, phone = false, onStop }: Props) => {
  const now = useNow();
  const [longer, setLonger] = useState<Longer>('30');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const command = useCommand('extendHold', `${hold.incidentRef}: room kept longer`);
  return (
    <form
      className={styles.form}
      aria-label="Keep the room longer"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!reason.trim()) return;
        const body = { minutes: Number(longer), reason, seenRevision: hold.revision };
        command.send({ holdId: hold.id }, body, onStop);
      }}
    >
      <ChipChoice legend="Longer by" words={words} codes={choices} value={longer} onChange={setLonger} />
      <ReasonField
        label="Why"
        hint={`Until ${timeInList(plusMinutes(hold.expiresAt, Number(longer)), now)} instead of ${timeInList(hold.expiresAt, now)}.`}
        problem={asked && !reason.trim() ? 'Say why: it goes on the record.' : undefined}
        autoFocus={!phone}
        value={reason}
        onChange={setReason}
      />
      <FormEnd command={command} does="Keep it longer" large={phone} onLeave={onStop} />
    </form>
  );
};
