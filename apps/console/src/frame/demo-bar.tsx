import { useCommand } from '../commands';
import { CommandButton } from '../kit/command-button';
import { useLive, usePace } from '../live/live-context';
import { markingWords } from '../words/marking-words';
import styles from './demo-bar.module.css';
import { Marking } from './marking';

const rates = [0, 1, 10, 60];
const STEP_MINUTES = 5;

const rateWords = (rate: number) => (rate === 0 ? 'Pause' : `×${rate}`);

/** Moves the demo's own time. There is none of this where time is real. */
export const DemoBar = () => {
  const { clock } = useLive();
  const { rate, movable } = usePace();
  const command = useCommand('setDemoClock', 'Demo time changed');
  if (!movable) return <Marking />;
  return (
    <footer className={styles.bar} aria-label="Demo time">
      <strong className={styles.words}>{markingWords(true)}</strong>
      <div className={styles.buttons} role="group" aria-label="Speed of demo time">
        {rates.map((choice) => (
          <CommandButton
            key={choice}
            command={command}
            idle
            aria-pressed={rate === choice}
            onPress={() => command.send({}, { rate: choice }, clock.tell)}
          >
            {rateWords(choice)}
          </CommandButton>
        ))}
        <CommandButton
          command={command}
          onPress={() => command.send({}, { stepMinutes: STEP_MINUTES }, clock.tell)}
        >
          {`+${STEP_MINUTES} min`}
        </CommandButton>
      </div>
    </footer>
  );
};
