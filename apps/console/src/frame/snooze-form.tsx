import type { Escalation } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { ChipChoice } from '../kit/chips';
import { FormEnd } from '../kit/form-end';
import { TextField } from '../kit/text-field';
import styles from './alarms.module.css';

const minutes = { '5': '5 min', '10': '10 min', '20': '20 min', '30': '30 min' } as const;

/** Puts a warning aside: for how long, and why. It is back when the time is up, or with its next step. */
export const SnoozeForm = ({
  alarm,
  about,
  onDone,
}: {
  readonly alarm: Escalation;
  readonly about: string;
  readonly onDone: () => void;
}) => {
  const [long, setLong] = useState<keyof typeof minutes>('10');
  const [why, setWhy] = useState('');
  const [asked, setAsked] = useState(false);
  const command = useCommand('snoozeEscalation', `${about}: put aside for ${minutes[long]}`);
  return (
    <form
      className={styles.snooze}
      aria-label={`Put ${about} aside`}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (why.trim() === '') return;
        command.send(
          { escalationId: alarm.id },
          { minutes: Number(long), why: why.trim(), seenRevision: alarm.revision },
          onDone,
        );
      }}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      <ChipChoice legend="For how long" words={minutes} value={long} onChange={setLong} />
      <TextField
        label="Why"
        value={why}
        onChange={setWhy}
        maxLength={200}
        problem={asked && why.trim() === '' ? 'Say why, for whoever looks next.' : undefined}
        autoFocus
      />
      <FormEnd command={command} does="Snooze" onLeave={onDone} />
    </form>
  );
};
