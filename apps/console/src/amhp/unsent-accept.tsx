import { useEffect, useRef } from 'react';
import { useCommand } from '../commands';
import { Button } from '../kit/button';
import { Card } from '../kit/card';
import { CommandResult } from '../kit/command-result';
import { Glyph } from '../kit/glyph';
import { useConnected } from '../live/live-context';
import { hourMinuteSecond } from '../time/london';
import styles from './amhp-screen.module.css';
import type { Unsent } from './use-unsent';

/** Sent once, as soon as this phone is connected again; until the server has answered it is nobody's word. */
export const UnsentAccept = ({
  unsent,
  onGone,
}: {
  readonly unsent: Unsent;
  readonly onGone: () => void;
}) => {
  const { requestId, incidentRef, seenRevision, tappedAt, notBefore } = unsent;
  const connected = useConnected();
  const accept = useCommand('acceptOffer', `${incidentRef} is yours`);
  const sent = useRef(false);
  useEffect(() => {
    if (!connected || sent.current) return;
    sent.current = true;
    accept.send({ requestId }, { seenRevision, ...(notBefore ? { notBefore } : {}) }, onGone);
  }, [accept, connected, notBefore, onGone, requestId, seenRevision]);
  return (
    <Card
      testId="unsent-accept"
      tone="due"
      title={`${incidentRef}: not yours${accept.failure ? '' : ' yet'}`}
    >
      <p className={styles.where} role="status">
        <strong>
          <Glyph name="due" size={16} />{' '}
          {accept.failure
            ? accept.again
              ? 'No answer has come to your acceptance.'
              : 'Your acceptance was not taken.'
            : accept.sending
              ? 'Your acceptance is being sent.'
              : 'Your acceptance has not been sent.'}
        </strong>
        <span>
          You tapped it at {hourMinuteSecond(tappedAt)} while this phone was not connected.{' '}
          {!accept.failure &&
            'It is kept here and sent when the phone connects; somebody else may be asked before. Not yours until it says “Yours”.'}
        </span>
      </p>
      <CommandResult command={accept} />
      {!accept.sending && (
        <Button large onClick={onGone}>
          {accept.failure ? 'Close' : 'Forget it'}
        </Button>
      )}
    </Card>
  );
};
