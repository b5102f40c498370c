import type { Fact, Incident } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { TimeField, instantToSend } from '../kit/time-field';
import { useLive, useNow } from '../live/live-context';
import { timeSeenFrom } from '../time/london';
import { factLine } from '../words/fact-line';
import styles from './fact-form.module.css';
import { ReasonForm } from './reason-form';
import { WhatChanges } from './what-changes';

interface Props {
  readonly incident: Incident;
  readonly fact: Fact;
  readonly phone: boolean;
  readonly onStop: () => void;
}

/** The other side's own time for an arrival, a handover or a release. Both stay on the record. */
export const DisputeForm = ({ incident, fact, phone, onStop }: Props) => {
  const { clock } = useLive();
  const now = useNow();
  const [when, setWhen] = useState('now');
  const command = useCommand('recordFact', 'Our time: recorded');
  const said = (reason: string) => {
    const time = instantToSend(when, clock.now());
    if ('problem' in time) return undefined;
    const saysAt = time.happenedAt ?? clock.now();
    return { kind: 'disputed' as const, factId: fact.id, saysAt, reason };
  };
  const ready = said('–');
  return (
    <ReasonForm
      does="Record our time"
      label="Why ours is right"
      phone={phone}
      command={command}
      ready={ready !== undefined}
      onSend={(reason) => {
        const body = said(reason);
        if (body) command.send({ incidentId: incident.id }, body, onStop);
      }}
      onStop={onStop}
    >
      <p className={styles.was}>
        <strong>They say:</strong> {timeSeenFrom(fact.happenedAt, now)} {factLine(fact)}
        <span> {fact.by.name}</span>
      </p>
      <TimeField label="Our time" value={when} onChange={setWhen} autoFocus={!phone} withChips={phone} />
      {ready && <WhatChanges incident={incident} body={ready} />}
    </ReasonForm>
  );
};
