import type { Agreement } from '@concord/domain';
import { approveDraft, refused } from '@concord/domain';
import { Link } from '@tanstack/react-router';
import { useMayCall, useSession } from '../app/session';
import { useCommand } from '../commands';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { Glyph } from '../kit/glyph';
import { Panel } from '../kit/panel';
import { fullTimeWithZone, withLondonTimes } from '../time/london';
import styles from './agreements.module.css';
import { changeLines } from './change-words';
import { useNames } from './use-names';
import { useMinute } from './use-versions';

interface Props {
  readonly draft: Agreement;
  readonly inForce: Agreement | undefined;
  /** Every version of the area: no other that is approved may take effect when this one does. */
  readonly versions: readonly Agreement[];
}

/** A second person's yes to a draft as it stands, or why it cannot be given now, by the server's own rule. */
export const ApprovePanel = ({ draft, inForce, versions }: Props) => {
  const { me } = useSession();
  const now = useMinute();
  const names = useNames();
  const command = useCommand('approveAgreement', `Version ${draft.version} approved`);
  if (!useMayCall()('approveAgreement')) return null;
  const answer = approveDraft(draft, { userId: me.userId, name: me.name }, now, versions);
  const differ = inForce ? changeLines(inForce, draft, names).length : undefined;
  const params = { agreementId: draft.id };
  return (
    <Panel title="Approval">
      <div className={styles.body}>
        {differ !== undefined && (
          <p>
            It differs from version {inForce?.version}, in force, in{' '}
            <Link to="/agreements/$agreementId/compare" params={params}>
              {differ === 1 ? '1 term' : `${differ} terms`}
            </Link>
            .{' '}
            <Link to="/agreements/$agreementId/what-if" params={params}>
              What it would have done
            </Link>{' '}
            on past incidents can be seen before.
          </p>
        )}
        {refused(answer) ? (
          <p className={styles.notice} data-testid="not-yet">
            <Glyph name="stopped" size={14} /> <strong>You cannot approve it as it stands.</strong>{' '}
            {withLondonTimes(answer.message, now)}
          </p>
        ) : (
          <>
            <p>
              Approved, it takes effect on <strong>{fullTimeWithZone(draft.effectiveFrom)}</strong>. Until
              then it can be withdrawn; after, only another version replaces it.
            </p>
            <div>
              <CommandButton
                look="primary"
                command={command}
                onPress={() => command.send(params, { seenRevision: draft.revision })}
              >
                Approve version {draft.version}
              </CommandButton>
            </div>
          </>
        )}
        <CommandResult command={command} />
      </div>
    </Panel>
  );
};
