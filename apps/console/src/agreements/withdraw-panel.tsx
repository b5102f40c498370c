import type { Agreement } from '@concord/domain';
import { refused, withdrawAgreement } from '@concord/domain';
import { useState } from 'react';
import { useMayCall, useSession } from '../app/session';
import { useCommand } from '../commands';
import { ReasonField } from '../incidents/reason-field';
import { Button } from '../kit/button';
import { FormEnd } from '../kit/form-end';
import { Panel } from '../kit/panel';
import styles from './agreements.module.css';
import { useMinute } from './use-versions';

/** Takes back a version that has not taken effect, with the reason. Drawn for no other. */
export const WithdrawPanel = ({ version }: { readonly version: Agreement }) => {
  const { me } = useSession();
  const at = useMinute();
  const command = useCommand('withdrawAgreement', `Version ${version.version} withdrawn`);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const may = useMayCall()('withdrawAgreement');
  if (!may || refused(withdrawAgreement(version, { by: me, reason: 'asked', at }))) return null;
  return (
    <Panel title="Withdraw">
      <div className={styles.body}>
        {open ? (
          <form
            className={styles.form}
            aria-label={`Withdraw version ${version.version}`}
            onSubmit={(event) => {
              event.preventDefault();
              if (!reason.trim()) return setAsked(true);
              command.send(
                { agreementId: version.id },
                { reason: reason.trim(), seenRevision: version.revision },
              );
            }}
          >
            <ReasonField
              label="Why it will not take effect"
              value={reason}
              autoFocus
              problem={asked && !reason.trim() ? 'Say why.' : undefined}
              onChange={setReason}
            />
            <FormEnd
              command={command}
              does={`Withdraw version ${version.version}`}
              look="danger"
              onLeave={() => {
                setOpen(false);
                command.forget();
              }}
            />
          </form>
        ) : (
          <div>
            <Button onClick={() => setOpen(true)}>Withdraw version {version.version}…</Button>
          </div>
        )}
      </div>
    </Panel>
  );
};
