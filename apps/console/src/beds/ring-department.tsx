import type { Place } from '@concord/domain';
import { useCommand } from '../commands';
import { CommandResult } from '../kit/command-result';
import { pressureWords } from './place-words';
import { RingPanel } from './ring-panel';
import styles from './ring.module.css';
import { Segments } from './segments';

/** How hard an emergency department says that it is pressed. */
export const RingDepartment = ({
  place,
  onClose,
}: {
  readonly place: Place;
  readonly onClose: () => void;
}) => {
  const command = useCommand('observePlace', `${place.name}: pressure recorded`);
  return (
    <RingPanel place={place} onClose={onClose}>
      <div className={styles.item}>
        <p className={styles.itemName}>Pressure</p>
        <Segments
          label="How hard it is pressed, by telephone"
          codes={['taking', 'pressured', 'escalated'] as const}
          words={pressureWords}
          value={place.pressure?.state}
          command={command}
          onPress={(pressure) =>
            command.send(
              { placeId: place.id },
              { pressure, source: 'telephone', seenRevision: place.revision },
            )
          }
        />
        <CommandResult command={command} />
      </div>
    </RingPanel>
  );
};
