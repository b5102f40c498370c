import { useState } from 'react';
import { useCommand } from '../commands';
import { ReasonForm } from '../incidents/reason-form';
import { Button } from '../kit/button';
import { hourMinute } from '../time/london';
import { refusalReasonWords } from '../words/codes';
import type { AskedElsewhere } from './asked-elsewhere';

interface Props {
  readonly asked: AskedElsewhere;
  /** Whether this suite asked, and so may ask no longer. */
  readonly mine: boolean;
}

/** One suite that was asked for the person whose next place is sought, and what it says. */
export const AskedOf = ({ asked: { asked, refused }, mine }: Props) => {
  const [open, setOpen] = useState(false);
  const release = useCommand('releaseHold', `${asked.placeName}: asked no longer`);
  return (
    <li>
      <strong>{asked.placeName}</strong>:{' '}
      {refused
        ? `refused ${hourMinute(refused.happenedAt)} (${refusalReasonWords[refused.reason].toLowerCase()})`
        : `asked ${hourMinute(asked.happenedAt)} for ${asked.roomName}, no answer yet`}
      {mine && !refused && !open && (
        <Button look="quiet" onClick={() => setOpen(true)}>
          Ask no longer…<span className="visually-hidden"> of {asked.placeName}</span>
        </Button>
      )}
      {open && !refused && (
        <ReasonForm
          phone
          does="Ask no longer"
          label={`Why ${asked.placeName} need not answer`}
          command={release}
          onSend={(reason) => release.send({ holdId: asked.holdId }, { reason }, () => setOpen(false))}
          onStop={() => setOpen(false)}
        />
      )}
    </li>
  );
};
