import type { Incident, TriageResource } from '@concord/domain';
import { resourceMoves } from '@concord/domain';
import { useCommand } from '../commands';
import { Button } from '../kit/button';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { useAll } from '../live/live-context';
import { airwave } from '../words/codes';
import styles from './steps.module.css';

const canGo = (car: TriageResource): boolean =>
  car.incidentId === null && (resourceMoves(car).includes('en-route') || car.state === 'en-route');

/** The cars that can be sent, the district's own first. */
export const CarForm = ({
  incident,
  onStop,
}: {
  readonly incident: Incident;
  readonly onStop: () => void;
}) => {
  const cars = [...useAll('resource').values()].filter(canGo);
  const command = useCommand('commitResource', 'Car committed');
  const near = (car: TriageResource) => (car.district === incident.where.district ? 0 : 1);
  cars.sort((a, b) => near(a) - near(b) || a.callsign.localeCompare(b.callsign));
  return (
    <div className={styles.form}>
      <p>
        {cars.length === 0
          ? 'No car can be sent now: each is on a job, off duty or unavailable.'
          : 'Send which car?'}
      </p>
      <div className={styles.picks}>
        {cars.map((car, n) => (
          <CommandButton
            key={car.id}
            command={command}
            idle
            look={n === 0 ? 'primary' : 'secondary'}
            autoFocus={n === 0}
            onPress={() =>
              command.send(
                { resourceId: car.id },
                { incidentId: incident.id, seenRevision: car.revision },
                onStop,
              )
            }
          >
            {`${car.callsign} · ${airwave[car.state].number} ${airwave[car.state].words} · ${car.district}`}
          </CommandButton>
        ))}
        <Button onClick={onStop}>Cancel</Button>
      </div>
      <CommandResult command={command} />
    </div>
  );
};
