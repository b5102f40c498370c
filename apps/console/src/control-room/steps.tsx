import { useMayCall } from '../app/session';
import type { Step } from '../incidents/next-steps';
import { recordButtonWords } from '../incidents/recorded-kinds';
import { Button } from '../kit/button';
import { focusBestPlace } from './places-panel';
import styles from './steps.module.css';

const routeOf = {
  record: 'recordFact',
  hold: 'requestHold',
  release: 'releaseHold',
  amhp: 'requestAmhp',
  car: 'commitResource',
} as const;

const words = (step: Step): string => {
  switch (step.kind) {
    case 'record':
      return recordButtonWords[step.fact];
    case 'hold':
      return 'Hold a place';
    case 'release':
      return 'Give the room back';
    case 'amhp':
      return 'Request an AMHP';
    case 'car':
      return 'Commit a car';
  }
};

const keyOf = (step: Step, isNextRecord: boolean): string | undefined => {
  switch (step.kind) {
    case 'record':
      return isNextRecord ? 'T' : undefined;
    case 'hold':
      return 'P';
    case 'amhp':
      return 'A';
    case 'car':
      return 'C';
    case 'release':
      return undefined;
  }
};

interface Props {
  readonly steps: { readonly first: Step | undefined; readonly others: readonly Step[] };
  readonly onStep: (step: Step) => void;
}

/** What can be done now, the expected step first. Steps that the law or the state forbids are not here. */
export const Steps = ({ steps: { first, others }, onStep }: Props) => {
  const mayCall = useMayCall();
  const all = [...(first ? [first] : []), ...others].filter((step) => mayCall(routeOf[step.kind]));
  const nextRecord = all.find(({ kind }) => kind === 'record');
  if (all.length === 0) return <p className={styles.none}>Nothing is left to do here for your duties.</p>;
  return (
    <div className={styles.steps}>
      <h3 className={styles.heading}>{first && all.includes(first) ? 'Next' : 'Can be done now'}</h3>
      <div className={styles.buttons}>
        {all.map((step) => (
          <Button
            key={words(step)}
            look={step === first ? 'primary' : 'secondary'}
            shortcut={keyOf(step, step === nextRecord)}
            onClick={() => {
              onStep(step);
              if (step.kind === 'hold') focusBestPlace();
            }}
          >
            {words(step)}
          </Button>
        ))}
      </div>
    </div>
  );
};
