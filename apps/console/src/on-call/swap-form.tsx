import type { Instant, Rota } from '@concord/domain';
import { plusMinutes } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { Field } from '../kit/field';
import { FormEnd } from '../kit/form-end';
import form from '../incidents/fact-form.module.css';
import { fullTime } from '../time/london';
import type { MyTurn } from './my-turns';
import { turnsOfPerson } from './my-turns';
import { PersonSelect } from './person-select';
import { useRotaPeople } from './rota-people';

const DAYS_AHEAD = 56;

const inReturn = (rota: Rota, userId: string, now: Instant): MyTurn[] =>
  userId === ''
    ? []
    : turnsOfPerson([rota], userId, { from: now, to: plusMinutes(now, DAYS_AHEAD * 24 * 60) }).filter(
        ({ from }) => from > now,
      );

/** One of my turns offered to a colleague, for one of theirs or for nothing. Theirs to answer; until then it is mine. */
export const SwapForm = ({
  turn,
  me,
  now,
  onDone,
}: {
  readonly turn: MyTurn;
  readonly me: string;
  readonly now: Instant;
  readonly onDone: () => void;
}) => {
  const { rota } = turn;
  const command = useCommand('offerSwap', 'Offered');
  const people = useRotaPeople(rota.duty).filter(({ userId }) => userId !== me);
  const [to, setTo] = useState('');
  const [takes, setTakes] = useState('');
  const [why, setWhy] = useState('');
  const [asked, setAsked] = useState(false);
  const theirs = inReturn(rota, to, now);
  const taken = theirs.find(({ from }) => from === takes);
  return (
    <form
      className={form.form}
      aria-label="Offer a swap"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!to || !why.trim()) return;
        command.send(
          { rotaId: rota.id },
          {
            to,
            gives: { from: turn.from < now ? now : turn.from, to: turn.to },
            takes: taken ? { from: taken.from, to: taken.to } : null,
            why: why.trim(),
          },
          onDone,
        );
      }}
    >
      <PersonSelect
        label="Offer it to"
        people={people}
        value={to}
        onChange={(userId) => {
          setTo(userId);
          setTakes('');
        }}
        problem={asked && !to ? 'Choose a colleague.' : undefined}
      />
      <Field label="For">
        {(ids) => (
          <select {...ids} value={takes} onChange={(event) => setTakes(event.target.value)}>
            <option value="">Nothing: they cover for me</option>
            {theirs.map(({ from, to: end }) => (
              <option key={from} value={from}>
                {fullTime(from)} to {fullTime(end)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Why" problem={asked && !why.trim() ? 'Say why.' : undefined}>
        {(ids) => (
          <input {...ids} value={why} maxLength={120} onChange={(event) => setWhy(event.target.value)} />
        )}
      </Field>
      <FormEnd large command={command} does="Offer it" leave="Back" onLeave={onDone} />
    </form>
  );
};
