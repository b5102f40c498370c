import type { Incident } from '@concord/domain';
import { obstacleTo } from '@concord/domain';
import { useCircumstances } from '../amhp/use-circumstances';
import { useCommand } from '../commands';
import { Button } from '../kit/button';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import styles from './steps.module.css';

/** One key to look who is next, one to ask. The request itself decides whom it is offered to. */
export const AmhpForm = ({
  incident,
  onStop,
}: {
  readonly incident: Incident;
  readonly onStop: () => void;
}) => {
  const command = useCommand('requestAmhp', 'AMHP requested');
  const known = useCircumstances(incident);
  const onCall = known?.onCall ?? [];
  const free = known ? onCall.filter((person) => obstacleTo(person, known.so) === null) : [];
  return (
    <div className={styles.form}>
      <p>
        {free[0] ? (
          <>
            First in line: <strong>{free[0].name}</strong>. {free.length} of {onCall.length} on call can be
            asked.
          </>
        ) : known?.neighbour ? (
          <>
            The AMHP service of <strong>{known.neighbour}</strong> owes the duty there: ask it by telephone.
            Asked for here too, the wait is on the record.
          </>
        ) : (
          <>
            None of the {onCall.length} on call can be asked now. The wait runs from the request all the same.
          </>
        )}
      </p>
      <div className={styles.buttons}>
        <CommandButton
          command={command}
          look="primary"
          autoFocus
          onPress={() => command.send({ incidentId: incident.id }, {}, onStop)}
        >
          Ask the AMHP service
        </CommandButton>
        <Button onClick={onStop}>Cancel</Button>
      </div>
      <CommandResult command={command} />
    </div>
  );
};
