import type { Room } from '@concord/domain';
import { isUntold, plusMinutes } from '@concord/domain';
import { useAgreement } from '../live/agreement-in-force';
import { useCommand } from '../commands';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { useNow } from '../live/live-context';
import { hourMinute } from '../time/london';
import styles from './unit-screen.module.css';

const howMany = (n: number): string =>
  n === 1 ? 'confirm it' : n === 2 ? 'confirm both' : `confirm all ${n}`;

/** One tap: everything is as shown. A status is worth no more than its age. */
export const ConfirmAll = ({
  placeId,
  rooms,
}: {
  readonly placeId: string;
  readonly rooms: readonly Room[];
}) => {
  const now = useNow();
  const rule = useAgreement()?.freshness;
  const command = useCommand('confirmRooms', 'All rooms confirmed');
  if (rooms.some(({ observed }) => isUntold(observed)))
    return <p className={styles.due}>Nothing has been said of every room yet: tap what each one is.</p>;
  const oldest = rooms.map(({ observed }) => observed.at).sort()[0];
  const due = rule && oldest && plusMinutes(oldest, rule.confirmAfterMinutes);
  return (
    <div className={styles.confirm}>
      <CommandButton
        large
        look="primary"
        command={command}
        shortcut="Enter"
        onPress={() => command.send({ placeId }, { source: 'site' })}
      >
        {`✓ Nothing changed – ${howMany(rooms.length)}`}
      </CommandButton>
      <CommandResult command={command} />
      {due && (
        <p className={styles.due}>
          {due < now ? `Confirmation was due at ${hourMinute(due)}.` : `Next check due ${hourMinute(due)}.`}
        </p>
      )}
    </div>
  );
};
