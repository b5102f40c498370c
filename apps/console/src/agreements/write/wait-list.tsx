import { Badge } from '../../kit/badge';
import { Button } from '../../kit/button';
import styles from '../agreements.module.css';
import { forWhomWords } from '../term-words';
import type { PartProps } from './fields';
import { Fold } from './fold';
import { anotherRule, newWait } from './new-wait';
import { ThresholdFields } from './threshold-fields';

export interface Opened {
  readonly isOpen: (part: string) => boolean;
  readonly setOpen: (part: string, open: boolean) => void;
}

interface Props extends PartProps, Opened {
  readonly faulty: (prefix: string) => boolean;
}

/** Every wait, folded to its name and figures; opened, all that it is made of. */
export const WaitList = ({ terms, onChange, wrong, isOpen, setOpen, faulty }: Props) => {
  const { thresholds } = terms;
  const put = (next: typeof thresholds) => onChange({ thresholds: next });
  const add = (rule: (typeof thresholds)[number]) => {
    put([...thresholds, rule]);
    setOpen(`thresholds.${thresholds.length}`, true);
  };
  return (
    <div className={styles.body}>
      {thresholds.map((threshold, i) => {
        const at = `thresholds.${i}`;
        return (
          <Fold
            key={threshold.id}
            open={isOpen(at)}
            onToggle={(open) => setOpen(at, open)}
            summary={
              <>
                <strong>{threshold.label || 'No name'}</strong>{' '}
                <span className={styles.quiet}>
                  soon {threshold.soonAfterMinutes}, due {threshold.dueAfterMinutes}, over{' '}
                  {threshold.overAfterMinutes} min · {forWhomWords(threshold)}
                </span>{' '}
                {faulty(`${at}.`) && <Badge tone="over">Cannot be kept</Badge>}
              </>
            }
          >
            {() => (
              <>
                <ThresholdFields
                  threshold={threshold}
                  at={at}
                  parties={terms.parties}
                  wrong={wrong}
                  onChange={(next) => put(thresholds.map((one, nth) => (nth === i ? next : one)))}
                />
                <div className={styles.tools}>
                  <Button onClick={() => add(anotherRule(threshold, thresholds))}>
                    Another rule for this wait
                  </Button>
                  <Button
                    look="danger"
                    aria-label={`Take this wait out: ${threshold.label}`}
                    onClick={() => put(thresholds.filter((_, nth) => nth !== i))}
                  >
                    Take this wait out
                  </Button>
                </div>
              </>
            )}
          </Fold>
        );
      })}
      <div>
        <Button onClick={() => add(newWait(thresholds))}>Add a wait</Button>
      </div>
    </div>
  );
};
