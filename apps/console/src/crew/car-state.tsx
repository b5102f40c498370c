import type { ResourceState, TriageResource } from '@concord/domain';
import { useCommand } from '../commands';
import { Card } from '../kit/card';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { airwave } from '../words/codes';
import styles from './crew-screen.module.css';
import { nextStates } from './next-state';

const spoken = (state: ResourceState): string => `${airwave[state].number} ${airwave[state].words}`;

/** What the car is doing: one tap to the usual next state, one to any other that is allowed. */
export const CarState = ({ car, said }: { readonly car: TriageResource; readonly said: string }) => {
  const command = useCommand('markResource', 'State recorded');
  const { next, others } = nextStates(car);
  const mark = (state: ResourceState) =>
    command.send({ resourceId: car.id }, { state, seenRevision: car.revision });
  return (
    <Card title="State" testId="car-state">
      <p className={styles.now}>
        <span className={styles.number}>{airwave[car.state].number}</span>
        {airwave[car.state].words}
        <span className={styles.age}>{said}</span>
      </p>
      {next && (
        <div className={styles.next}>
          <CommandButton large look="primary" command={command} onPress={() => mark(next)}>
            {spoken(next)}
          </CommandButton>
        </div>
      )}
      <div className={styles.others}>
        {others.map((state) => (
          <CommandButton key={state} large idle command={command} onPress={() => mark(state)}>
            {spoken(state)}
          </CommandButton>
        ))}
      </div>
      <CommandResult command={command} />
    </Card>
  );
};
