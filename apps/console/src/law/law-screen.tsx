import { useMayCall } from '../app/session';
import { DeskFrame } from '../frame/desk-frame';
import { Panel } from '../kit/panel';
import { useAll, useLive } from '../live/live-context';
import styles from './law.module.css';
import { RuleForm } from './rule-form';
import { RulesTable } from './rules-table';

/** The dated rules of law that this area runs under, for all to read; those who answer for it date the next. */
export const LawScreen = () => {
  const { areaId } = useLive();
  const area = useAll('area').get(areaId);
  const mayDate = useMayCall()('datePoliceStationRule');
  return (
    <DeskFrame>
      <div className={styles.screen}>
        <h1>Law in force</h1>
        <p className={styles.note}>
          A detention keeps the rule that was in force when it began. The Mental Health Act 2025 ends the use
          of police stations as places of safety from a day that Concord does not know: look it up at
          legislation.gov.uk and have it dated here.
        </p>
        <Panel title="Police stations as places of safety">
          <div className={styles.scrolls} tabIndex={0} role="region" aria-label="Rules by nation">
            {area ? <RulesTable area={area} /> : <p className={styles.note}>Fetching the rules…</p>}
          </div>
        </Panel>
        {mayDate ? (
          <Panel title="Date a rule">
            <RuleForm />
          </Panel>
        ) : (
          <p className={styles.note}>A superintendent or the director on call dates a rule.</p>
        )}
      </div>
    </DeskFrame>
  );
};
