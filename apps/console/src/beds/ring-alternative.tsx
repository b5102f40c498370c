import type { Alternative } from '@concord/domain';
import { endOfDaysWork, placesLeft, shutWords } from '@concord/domain';
import { shutReasons } from '../alternative/shut-reasons';
import { useCommand } from '../commands';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { useNow } from '../live/live-context';
import { RingPanel } from './ring-panel';
import styles from './ring.module.css';
import { Segments } from './segments';

const Places = ({ at, places }: { readonly at: Alternative; readonly places: number }) => {
  const command = useCommand('observeAlternative', `${at.name}: places recorded`);
  const counts = Array.from({ length: places + 1 }, (_, left) => String(left));
  const left = placesLeft(at);
  return (
    <div className={styles.item}>
      <p className={styles.itemName}>Places left</p>
      <Segments
        label={`Places left at ${at.name}, by telephone`}
        codes={counts}
        words={Object.fromEntries(counts.map((count) => [count, count]))}
        value={left === null ? undefined : String(left)}
        command={command}
        onPress={(count) =>
          command.send(
            { alternativeId: at.id },
            { left: Number(count), source: 'telephone', seenRevision: at.revision },
          )
        }
      />
      <CommandResult command={command} />
    </div>
  );
};

/** What an alternative says when it is rung: the same as shown, how many places, or that it is closed. */
export const RingAlternative = ({
  at,
  onClose,
}: {
  readonly at: Alternative;
  readonly onClose: () => void;
}) => {
  const now = useNow();
  const confirm = useCommand('confirmAlternative', `${at.name}: confirmed by telephone`);
  const observe = useCommand('observeAlternative', `${at.name}: recorded`);
  const shut = shutWords(at, now);
  // One whose doors never close has no day that ends.
  const closed = endOfDaysWork(at.hours, now) === null ? 'Closed' : 'Closed today';
  const say = (reason: string | null) =>
    observe.send(
      { alternativeId: at.id },
      { shut: reason === null ? null : { reason }, source: 'telephone', seenRevision: at.revision },
    );
  return (
    <RingPanel place={at} onClose={onClose}>
      {at.places !== null && (
        <>
          <div className={styles.item}>
            <p className={styles.itemName}>Nothing changed</p>
            <div>
              <CommandButton
                look="primary"
                command={confirm}
                onPress={() => confirm.send({ alternativeId: at.id }, { source: 'telephone' })}
              >
                ✓ Places as shown, they say
              </CommandButton>
            </div>
            <CommandResult command={confirm} />
          </div>
          <Places at={at} places={at.places} />
        </>
      )}
      <div className={styles.item}>
        <p className={styles.itemName}>{shut ? 'Called off' : closed}</p>
        <div className={styles.segments}>
          {shut ? (
            <CommandButton command={observe} onPress={() => say(null)}>
              Open after all
            </CommandButton>
          ) : (
            shutReasons.map((reason) => (
              <CommandButton key={reason} idle command={observe} onPress={() => say(reason)}>
                {reason}
              </CommandButton>
            ))
          )}
        </div>
        <CommandResult command={observe} />
      </div>
    </RingPanel>
  );
};
