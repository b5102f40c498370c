import type { Incident } from '@concord/domain';
import { useState } from 'react';
import { useMayCall } from '../app/session';
import type { Step } from '../incidents/next-steps';
import type { GroupName, StepGroup } from '../incidents/step-groups';
import { grouped, groupKeys, groupWords } from '../incidents/step-groups';
import { stepWords } from '../incidents/step-words';
import { useMayRecord } from '../incidents/use-may-record';
import { Button } from '../kit/button';
import { focusBestPlace } from './places-panel';
import styles from './steps.module.css';

const routeOf = {
  record: 'recordFact',
  dispute: 'recordFact',
  correct: 'correctFact',
  'take-back': 'takeBackFact',
  hold: 'requestHold',
  release: 'releaseHold',
  amhp: 'requestAmhp',
  car: 'commitResource',
  merge: 'mergeIncidents',
  unmerge: 'unmergeIncidents',
} as const satisfies Record<Step['kind'], string>;

const keys: Readonly<Partial<Record<Step['kind'], string>>> = { hold: 'P', amhp: 'A', car: 'C' };

interface Props {
  readonly incident: Incident;
  readonly steps: { readonly first: Step | undefined; readonly others: readonly Step[] };
  readonly onStep: (step: Step) => void;
}

const show = (group: HTMLElement | null) => {
  group?.querySelector('button')?.focus();
  group?.scrollIntoView({ block: 'nearest' });
};

/** Everything but the usual course, by what it is about: one group open at a time. */
const Groups = ({
  incident,
  groups,
  onStep,
}: {
  readonly incident: Incident;
  readonly groups: readonly StepGroup[];
  readonly onStep: (step: Step) => void;
}) => {
  const [open, setOpen] = useState<GroupName>();
  const group = groups.find(({ name }) => name === open);
  return (
    <>
      <div className={styles.buttons}>
        {groups.map(({ name, steps }) => (
          <Button
            key={name}
            look="quiet"
            shortcut={groupKeys[name]}
            aria-expanded={open === name}
            onClick={() => setOpen(open === name ? undefined : name)}
          >
            {groupWords[name]} {steps.length}
          </Button>
        ))}
      </div>
      {group && (
        <div
          key={group.name}
          className={styles.group}
          role="group"
          aria-label={groupWords[group.name]}
          ref={show}
        >
          {group.steps.map((step) => (
            <Button key={stepWords(step, incident)} onClick={() => onStep(step)}>
              {stepWords(step, incident)}
            </Button>
          ))}
        </div>
      )}
    </>
  );
};

/**
 * What can be done now: the expected step first, then the rest of the usual course, then everything else
 * folded by what it is about. What the law, the state or my duties forbid is not here.
 */
export const Steps = ({ incident, steps: { first, others }, onStep }: Props) => {
  const mayCall = useMayCall();
  const mayRecord = useMayRecord();
  const mine = (step: Step) => (step.kind === 'record' ? mayRecord(step.fact) : mayCall(routeOf[step.kind]));
  const all = [...(first ? [first] : []), ...others].filter(mine);
  const { course, groups } = grouped(all);
  const nextRecord = course.find(({ kind }) => kind === 'record');
  if (all.length === 0) return <p className={styles.none}>Nothing is left to do here for your duties.</p>;
  return (
    <div className={styles.steps}>
      <h3 className={styles.heading}>{first && all.includes(first) ? 'Next' : 'Can be done now'}</h3>
      <div className={styles.buttons}>
        {course.map((step) => (
          <Button
            key={stepWords(step, incident)}
            look={step === first ? 'primary' : 'secondary'}
            shortcut={step === nextRecord ? 'T' : keys[step.kind]}
            onClick={() => {
              onStep(step);
              if (step.kind === 'hold') focusBestPlace();
            }}
          >
            {stepWords(step, incident)}
          </Button>
        ))}
      </div>
      <Groups incident={incident} groups={groups} onStep={onStep} />
    </div>
  );
};
