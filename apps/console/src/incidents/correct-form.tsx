import type { Fact, Incident, Instant } from '@concord/domain';
import { standing } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { FormEnd } from '../kit/form-end';
import { useLive } from '../live/live-context';
import { fullDate, hourMinute, londonDate, timeSeenFrom } from '../time/london';
import { factLine } from '../words/fact-line';
import { correctionBody, valuesOf } from './fact-body';
import { FactEntryFields } from './fact-entry-fields';
import type { FormKind } from './fact-forms/forms';
import { factForms } from './fact-forms/forms';
import { ReasonField } from './reason-field';
import styles from './fact-form.module.css';
import { toldWords } from './told-words';
import { useFactEntry } from './use-fact-entry';
import { WhatChanges } from './what-changes';

interface Props {
  readonly incident: Incident;
  readonly fact: Fact;
  readonly kind: FormKind;
  readonly phone: boolean;
  readonly onStop: () => void;
}

/** A time as somebody would type it, so that it can be put right where it stands. */
const asTyped = (at: Instant, now: Instant): string =>
  londonDate(at) === londonDate(now) ? hourMinute(at) : `${fullDate(at)} ${hourMinute(at)}`;

/** The record as it stood when the fact came: what could be said then can be said again. */
const asItStood = (incident: Incident, fact: Fact): Incident => {
  const facts = standing(incident.facts);
  return { ...incident, facts: facts.slice(0, Math.max(0, facts.indexOf(fact))) };
};

/** Puts a fact right: the same guided form filled with what was said, a reason, and what would change. */
export const CorrectForm = ({ incident, fact, kind, phone, onStop }: Props) => {
  const { clock } = useLive();
  const now = clock.now();
  const { says } = factForms[kind];
  const command = useCommand('correctFact', `${says}: put right`);
  const [reason, setReason] = useState('');
  const [typed] = useState(() => asTyped(fact.happenedAt, now));
  const entry = useFactEntry(asItStood(incident, fact), kind, {
    when: typed,
    values: valuesOf(fact, kind),
    told: { late: fact.late, source: fact.source ?? '' },
  });

  const made = (why: string) => {
    const telling = entry.telling();
    if ('problem' in telling) return { problems: { happenedAt: telling.problem } };
    const { happenedAt, ...told } = telling.told;
    // A time that was not touched stays as it was, to the second.
    const time = entry.when.trim() === typed ? {} : { happenedAt: happenedAt ?? clock.now() };
    return correctionBody(kind, entry.values, entry.asking, { reason: why, told: { ...told, ...time } });
  };
  const submit = () => {
    const sent = made(reason);
    if ('problems' in sent) return entry.setProblems(sent.problems);
    entry.setProblems({});
    command.send({ incidentId: incident.id, factId: fact.id }, sent.body, onStop);
  };
  const ready = made('–');

  return (
    <form
      className={styles.form}
      aria-label={`Correct: ${says}`}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onStop();
      }}
    >
      <p className={styles.was}>
        <strong>Correct:</strong> {timeSeenFrom(fact.happenedAt, now)} {factLine(fact)}
        <span> {toldWords(fact)}. It stays readable.</span>
      </p>
      <FactEntryFields entry={entry} phone={phone} />
      <ReasonField
        label="Reason for the correction"
        value={reason}
        problem={entry.problems['correctionReason']}
        onChange={setReason}
      />
      <div className={styles.foot}>
        {'body' in ready && <WhatChanges incident={incident} body={ready.body.fact} corrected={fact} />}
        <FormEnd command={command} does="Put it right" large={phone} onLeave={onStop} />
      </div>
    </form>
  );
};
