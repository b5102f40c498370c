import type { Incident, TwoSided } from '@concord/domain';
import { useCommand } from '../commands';
import { Button } from '../kit/button';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import styles from './history.module.css';
import type { Step } from './next-steps';
import { aboutWords } from './two-sides';

interface Props {
  readonly incident: Incident;
  readonly both: TwoSided;
  readonly describedBy?: string;
  readonly large?: boolean;
  readonly onStep: (step: Step) => void;
}

/** One tap says that it was so; another time is typed, with why it is right. */
export const ConfirmButtons = ({ incident, both, describedBy, large = false, onStep }: Props) => {
  const about = aboutWords(both).toLowerCase();
  const command = useCommand('recordFact', `${aboutWords(both)} confirmed`);
  const factId = both.fact.id;
  return (
    <>
      <div className={styles.buttons}>
        <CommandButton
          command={command}
          look="primary"
          large={large}
          aria-describedby={describedBy}
          onPress={() => command.send({ incidentId: incident.id }, { kind: 'confirmed', factId })}
        >
          Confirm {about}
        </CommandButton>
        <Button
          large={large}
          aria-describedby={describedBy}
          onClick={() => onStep({ kind: 'dispute', factId })}
        >
          We have another time
        </Button>
      </div>
      <CommandResult command={command} />
    </>
  );
};
