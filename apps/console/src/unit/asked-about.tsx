import { useMayCall } from '../app/session';
import { useCommand } from '../commands';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { useAll } from '../live/live-context';
import { hourMinute } from '../time/london';
import styles from './unit-screen.module.css';

/** This suite was asked about its status: somebody says by name that they see to it, until it is true again. */
export const AskedAbout = ({ placeId }: { readonly placeId: string }) => {
  const alarm = [...useAll('escalation').values()].find((one) => one.placeId === placeId);
  const own = useCommand('ownEscalation', 'Yours: the control room sees your name');
  const mayCall = useMayCall();
  if (!alarm || !mayCall('ownEscalation')) return null;
  const { id: escalationId, ownedBy, ownedAt, revision: seenRevision } = alarm;
  if (ownedBy)
    return (
      <p className={styles.due}>
        {`${ownedBy.name} sees to it${ownedAt ? ` since ${hourMinute(ownedAt)}` : ''}.`}
      </p>
    );
  return (
    <>
      <CommandButton large command={own} onPress={() => own.send({ escalationId }, { seenRevision })}>
        I see to it
      </CommandButton>
      <CommandResult command={own} />
    </>
  );
};
