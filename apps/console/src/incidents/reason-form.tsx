import type { ReactNode } from 'react';
import { useState } from 'react';
import type { CommandState } from '../commands';
import { FormEnd } from '../kit/form-end';
import { ReasonField } from './reason-field';
import styles from './fact-form.module.css';

interface Props {
  /** The form, and its button. */
  readonly does: string;
  readonly label: string;
  readonly hint?: string;
  readonly look?: 'primary' | 'danger';
  readonly phone: boolean;
  readonly command: CommandState;
  readonly ready?: boolean;
  readonly children?: ReactNode;
  readonly onSend: (reason: string) => void;
  readonly onStop: () => void;
}

/** What needs nothing but a reason. */
export const ReasonForm = ({
  does,
  label,
  hint,
  look = 'primary',
  phone,
  command,
  ready = true,
  children,
  onSend,
  onStop,
}: Props) => {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  return (
    <form
      className={styles.form}
      aria-label={does}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (reason.trim() && ready) onSend(reason.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onStop();
      }}
    >
      {children}
      <ReasonField
        label={label}
        hint={hint}
        value={reason}
        autoFocus={!phone && !children}
        problem={asked && !reason.trim() ? 'Say why.' : undefined}
        onChange={setReason}
      />
      <FormEnd command={command} does={does} look={look} large={phone} onLeave={onStop} />
    </form>
  );
};
