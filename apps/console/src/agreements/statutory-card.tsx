import type { StatutoryKind, StatutoryStep } from '@concord/domain';
import { statutoryNames } from '@concord/domain';
import { Badge } from '../kit/badge';
import { spanWords } from '../words/line';
import styles from './agreements.module.css';
import { ladderModel } from './ladder-model';
import { LadderPicture } from './ladder-picture';
import ladder from './ladder.module.css';
import { beforeEndWords, lawBehind, lengthInLaw, stepWords } from './term-words';
import { useNames } from './use-names';

interface Props {
  readonly kind: StatutoryKind;
  readonly steps: readonly StatutoryStep[];
}

/** Who is warned of a legal time: agreed. How long it is: law, shown here and changed nowhere on this page. */
export const StatutoryCard = ({ kind, steps }: Props) => {
  const { agencies } = useNames();
  const minutes = steps.map(({ minutesBeforeEnd }) => -minutesBeforeEnd);
  const [first, last] = [Math.min(0, ...minutes), Math.max(0, ...minutes)];
  const model = ladderModel({
    from: first,
    to: last,
    states: [
      { state: 'running', from: first },
      { state: 'over', from: 0 },
    ],
    steps: minutes,
  });
  const list = (
    <ol className={ladder.steps} aria-label={`${statutoryNames[kind].label}: who is warned`}>
      {steps.map((step) => (
        <li key={step.minutesBeforeEnd}>
          <strong>{first === last ? 'at once' : beforeEndWords(step.minutesBeforeEnd)}</strong>
          <span>{stepWords(step, agencies)}</span>
        </li>
      ))}
    </ol>
  );
  return (
    <section className={styles.wait} aria-label={statutoryNames[kind].label}>
      <header className={styles.waitHead}>
        <h3>{statutoryNames[kind].label}</h3>
        <Badge tone="law">LAW</Badge>
      </header>
      <p className={styles.note}>
        {lengthInLaw(kind)}. {lawBehind(kind)}.
      </p>
      {first === last ? (
        list
      ) : (
        <LadderPicture
          model={model}
          figure={(at) => (at === 0 ? 'end' : `${at < 0 ? '−' : '+'}${spanWords(Math.abs(at))}`)}
          begins=""
        >
          {list}
        </LadderPicture>
      )}
    </section>
  );
};
