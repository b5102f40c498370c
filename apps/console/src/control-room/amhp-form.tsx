import type { Incident } from '@concord/domain';
import { engagedBy, holdersOf } from '@concord/domain';
import { useCommand } from '../commands';
import { Button } from '../kit/button';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { useAll, useNow } from '../live/live-context';
import styles from './steps.module.css';

/** One key to look who is next, one to ask. The request itself decides whom it is offered to. */
export const AmhpForm = ({
  incident,
  onStop,
}: {
  readonly incident: Incident;
  readonly onStop: () => void;
}) => {
  const now = useNow();
  const rotas = useAll('rota');
  const requests = useAll('amhp-request');
  const command = useCommand('requestAmhp', 'AMHP requested');
  const engaged = engagedBy([...requests.values()]);
  const onCall = holdersOf([...rotas.values()], 'amhp', now);
  const free = onCall.filter(({ userId }) => !engaged.has(userId));
  return (
    <div className={styles.form}>
      <p>
        {free[0] ? (
          <>
            First in line: <strong>{free[0].name}</strong>. {free.length} of {onCall.length} on call are free.
          </>
        ) : (
          <>None of the {onCall.length} on call is free now. The wait runs from the request all the same.</>
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
