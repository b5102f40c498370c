import type { Incident, RiskKind } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { ChipChoice } from '../kit/chips';
import { FormEnd } from '../kit/form-end';
import { TextField } from '../kit/text-field';
import { riskWords } from '../words/codes';
import { confidenceWords } from '../words/person-codes';
import styles from './person-forms.module.css';
import type { RiskDetail } from './risk-entry';
import { nothingSaid, riskHours, riskHoursWords, riskToSend } from './risk-entry';

interface Props {
  readonly incident: Incident;
  readonly phone?: boolean;
  readonly onDone: () => void;
}

/** A risk that others on this incident need to know: what, on whose word, how sure, and until when. */
export const RiskForm = ({ incident, phone = false, onDone }: Props) => {
  const command = useCommand('recordFact', 'Risk: recorded');
  const [kind, setKind] = useState<RiskKind>();
  const [entry, setEntry] = useState<RiskDetail>(nothingSaid);
  const [asked, setAsked] = useState(false);
  const change = (part: Partial<RiskDetail>) => setEntry({ ...entry, ...part });
  const needed = (text = '') => (asked && !text.trim() ? 'This is needed.' : undefined);

  const submit = () => {
    setAsked(true);
    if (!kind || !entry.note.trim() || !entry.source.trim()) return;
    const risk = riskToSend({ kind, ...entry });
    command.send({ incidentId: incident.id }, { kind: 'risk-noted', risk }, onDone);
  };

  return (
    <form
      className={styles.form}
      aria-label="A risk to know about"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ChipChoice legend="Risk" words={riskWords} value={kind} problem={needed(kind)} onChange={setKind} />
      <TextField
        label="What others need to know"
        hint="What happened or was said, not a judgement of the person"
        problem={needed(entry.note)}

        maxLength={120}
        value={entry.note}
        onChange={(note) => change({ note })}
      />
      <TextField
        label="On whose word"
        problem={needed(entry.source)}

        value={entry.source}
        onChange={(source) => change({ source })}
      />
      <ChipChoice
        legend="How sure"
        words={confidenceWords}
        value={entry.confidence}
        onChange={(confidence) => change({ confidence })}
      />
      <ChipChoice
        legend="Need to know for"
        words={riskHoursWords}
        codes={riskHours}
        value={entry.hours}
        onChange={(hours) => change({ hours })}
      />
      <FormEnd command={command} does="Record the risk" large={phone} onLeave={onDone} />
    </form>
  );
};
