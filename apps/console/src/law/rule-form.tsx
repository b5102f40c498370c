import { useState } from 'react';
import { Refused } from '../api/call';
import { refusalWords } from '../api/refusal-words';
import { useCommand } from '../commands';
import { ReasonField } from '../incidents/reason-field';
import { ChipChoice } from '../kit/chips';
import { FormEnd } from '../kit/form-end';
import { TextField } from '../kit/text-field';
import { useLive, useNow } from '../live/live-context';
import { fullTimeWithZone } from '../time/london';
import { nationWords } from '../words/practice-words';
import styles from './law.module.css';
import type { RuleEntry } from './rule-entry';
import { emptyRule, ruleBody, startOfDay } from './rule-entry';
import { adultsWords } from './rule-words';

/** Dates a rule: the law of one nation from a day to come, on whose authority. */
export const RuleForm = () => {
  const { clock } = useLive();
  const now = useNow();
  const command = useCommand('datePoliceStationRule', 'Rule dated');
  const [entry, setEntry] = useState<RuleEntry>(emptyRule);
  const [asked, setAsked] = useState(false);
  const made = ruleBody(entry, now);
  const problems = asked && 'problems' in made ? made.problems : {};
  const day = startOfDay(entry.from, now);
  const { failure } = command;
  const refusedDay =
    failure instanceof Refused && failure.problem.details?.['field'] === 'from'
      ? refusalWords(failure, now).says
      : undefined;

  const change = (part: Partial<RuleEntry>) => {
    command.forget();
    setEntry((before) => ({ ...before, ...part }));
  };
  const clear = () => {
    change(emptyRule);
    setAsked(false);
  };

  return (
    <form
      className={styles.form}
      aria-label="Date a rule"
      onSubmit={(event) => {
        event.preventDefault();
        const sent = ruleBody(entry, clock.now());
        if ('problems' in sent) return setAsked(true);
        command.send({}, sent.body, clear);
      }}
    >
      <ChipChoice
        legend="Nation"
        words={nationWords}
        value={entry.nation}
        problem={problems.nation}
        onChange={(nation) => change({ nation })}
      />
      <ChipChoice
        legend="Adults at police stations"
        words={adultsWords}
        value={entry.adults}
        problem={problems.adults}
        onChange={(adults) => change({ adults })}
      />
      <TextField
        label="In force from"
        hint={'at' in day ? `from ${fullTimeWithZone(day.at)}` : 'A day to come, such as 1-Apr-2027'}
        problem={problems.from ?? refusedDay}
        value={entry.from}
        onChange={(from) => change({ from })}
      />
      <ReasonField
        label="Source"
        hint="The Act or regulations by which it comes into force"
        value={entry.source}
        problem={problems.source}
        onChange={(source) => change({ source })}
      />
      <FormEnd command={command} does="Date this rule" leave="Clear" onLeave={clear} />
    </form>
  );
};
