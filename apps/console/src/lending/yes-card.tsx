import type { Hold } from '@concord/domain';
import { useState } from 'react';
import { useMayCall } from '../app/session';
import { useCommand } from '../commands';
import { ReasonForm } from '../incidents/reason-form';
import { Button } from '../kit/button';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { ReplyCountdown } from '../kit/reply-countdown';
import { useAll } from '../live/live-context';
import styles from './lending.module.css';

/** A neighbour's person who needs our yes before the suite may accept. */
export const YesCard = ({ hold }: { readonly hold: Hold }) => {
  const [refusing, setRefusing] = useState(false);
  const mayCall = useMayCall();
  const place = useAll('place').get(hold.placeId);
  const command = useCommand('allowLoan', `${hold.incidentRef}: answered`);
  return (
    <li className={styles.lending} data-testid="yes-awaited">
      <p className={styles.head}>
        <strong>
          {hold.incidentRef} of {hold.across?.areaName}
        </strong>
        <span>asks for {place?.name}: may the suite accept?</span>
        <ReplyCountdown from={hold.requestedAt} until={hold.expiresAt} />
      </p>
      {mayCall('allowLoan') && !refusing && (
        <p className={styles.head}>
          <CommandButton
            look="primary"
            command={command}
            onPress={() => command.send({ holdId: hold.id }, { allowed: true, seenRevision: hold.revision })}
          >
            Yes
          </CommandButton>
          <Button onClick={() => setRefusing(true)}>No…</Button>
        </p>
      )}
      {refusing && (
        <ReasonForm
          does="Say no"
          label="Why this person cannot be taken"
          look="danger"
          phone={false}
          command={command}
          onSend={(reason) =>
            command.send({ holdId: hold.id }, { allowed: false, reason, seenRevision: hold.revision })
          }
          onStop={() => setRefusing(false)}
        />
      )}
      {!refusing && <CommandResult command={command} />}
    </li>
  );
};
