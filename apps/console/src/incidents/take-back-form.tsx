import type { Fact, Incident } from '@concord/domain';
import { useCommand } from '../commands';
import { useNow } from '../live/live-context';
import { timeSeenFrom } from '../time/london';
import { factLine } from '../words/fact-line';
import styles from './fact-form.module.css';
import { ReasonForm } from './reason-form';
import { toldWords } from './told-words';
import { WhatChanges } from './what-changes';

interface Props {
  readonly incident: Incident;
  readonly fact: Fact;
  readonly phone: boolean;
  readonly onStop: () => void;
}

/** Says that something was never so: nothing takes its place, and it stays readable. */
export const TakeBackForm = ({ incident, fact, phone, onStop }: Props) => {
  const now = useNow();
  const command = useCommand('takeBackFact', 'Taken back');
  return (
    <ReasonForm
      does="Take it back"
      look="danger"
      label="Why it was recorded in error"
      phone={phone}
      command={command}
      onSend={(reason) => command.send({ incidentId: incident.id, factId: fact.id }, { reason }, onStop)}
      onStop={onStop}
    >
      <p className={styles.was}>
        <strong>Take back:</strong> {timeSeenFrom(fact.happenedAt, now)} {factLine(fact)}
        <span> {toldWords(fact)}. It stays readable, struck through.</span>
      </p>
      <WhatChanges incident={incident} corrected={fact} />
    </ReasonForm>
  );
};
