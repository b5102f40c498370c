import type { AmhpRequest, Incident } from '@concord/domain';
import { stateOf } from '@concord/domain';
import styles from './amhp-screen.module.css';

const steps = ['Accepted', 'Travelling', 'On scene', 'Assessing', 'Done'];

/** How far I am, from the request and the incident together. */
export const stepOf = (request: AmhpRequest, incident: Incident | undefined): number => {
  if (request.state === 'done') return 4;
  if (incident && stateOf(incident.facts) === 'assessing') return 3;
  return request.state === 'on-scene' ? 2 : request.state === 'travelling' ? 1 : 0;
};

export const Stepper = ({ at }: { readonly at: number }) => (
  <ol className={styles.steps} aria-label="How far you are">
    {steps.map((step, n) => (
      <li
        key={step}
        className={styles.step}
        data-done={n <= at || undefined}
        aria-current={n === at ? 'step' : undefined}
      >
        {step}
      </li>
    ))}
  </ol>
);
