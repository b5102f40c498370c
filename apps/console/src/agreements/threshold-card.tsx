import type { AgreedThreshold } from '@concord/domain';
import { Badge } from '../kit/badge';
import { anyOfEvents, clockEventWords } from '../words/clock-events';
import { spanWords } from '../words/line';
import styles from './agreements.module.css';
import { ladderModel } from './ladder-model';
import { LadderPicture } from './ladder-picture';
import ladder from './ladder.module.css';
import { afterWords, forWhomWords, stepWords } from './term-words';
import { useNames } from './use-names';

const Levels = ({ threshold }: { readonly threshold: AgreedThreshold }) => (
  <p className={styles.levels}>
    <Badge tone="soon">SOON {afterWords(threshold.soonAfterMinutes)}</Badge>
    <Badge tone="due">DUE {afterWords(threshold.dueAfterMinutes)}</Badge>
    <Badge tone="over">OVER {afterWords(threshold.overAfterMinutes)}</Badge>
  </p>
);

const Ladder = ({ threshold }: { readonly threshold: AgreedThreshold }) => {
  const { agencies } = useNames();
  const { soonAfterMinutes, dueAfterMinutes, overAfterMinutes, ladder: steps } = threshold;
  const last = Math.max(overAfterMinutes, ...steps.map(({ afterMinutes }) => afterMinutes));
  const model = ladderModel({
    from: 0,
    to: last,
    states: [
      { state: 'running', from: 0 },
      { state: 'soon', from: soonAfterMinutes },
      { state: 'due', from: dueAfterMinutes },
      { state: 'over', from: overAfterMinutes },
    ],
    steps: steps.map(({ afterMinutes }) => afterMinutes),
  });
  return (
    <LadderPicture model={model} figure={spanWords} begins="The clock starts">
      <ol className={ladder.steps} aria-label={`${threshold.label}: who is called`}>
        {steps.map((step) => (
          <li key={step.afterMinutes}>
            <strong>{step.afterMinutes === 0 ? 'At once' : `After ${spanWords(step.afterMinutes)}`}</strong>
            <span>{stepWords(step, agencies)}</span>
          </li>
        ))}
      </ol>
    </LadderPicture>
  );
};

/** One wait that the agencies agreed: what starts and stops it, for whom, how long, and who is called. */
export const ThresholdCard = ({ threshold }: { readonly threshold: AgreedThreshold }) => (
  <section className={styles.wait} aria-label={threshold.label} data-rule={threshold.id}>
    <header className={styles.waitHead}>
      <h3>{threshold.label}</h3>
      <Levels threshold={threshold} />
    </header>
    <dl className={styles.terms}>
      <div>
        <dt>Starts when</dt>
        <dd>{clockEventWords[threshold.startsOn]}</dd>
      </div>
      <div>
        <dt>Stops when</dt>
        <dd>{anyOfEvents(threshold.stopsOn)}</dd>
      </div>
      {threshold.resumesOn.length > 0 && (
        <div>
          <dt>Goes on when</dt>
          <dd>{anyOfEvents(threshold.resumesOn)}: from its first start</dd>
        </div>
      )}
      <div>
        <dt>For</dt>
        <dd>{forWhomWords(threshold)}</dd>
      </div>
    </dl>
    <Ladder threshold={threshold} />
  </section>
);
