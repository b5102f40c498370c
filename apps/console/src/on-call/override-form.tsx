import type { Named, OnCallSpan, Rota } from '@concord/domain';
import { onCallPlan } from '@concord/domain';
import { useEffect, useRef, useState } from 'react';
import { useCommand } from '../commands';
import { Field } from '../kit/field';
import { FormEnd } from '../kit/form-end';
import form from '../incidents/fact-form.module.css';
import { MomentField } from '../kit/moment-field';
import { instantOfMoment, momentOf } from '../time/moment';
import { PersonSelect } from './person-select';
import { useRotaPeople } from './rota-people';
import type { Chosen, GridAct } from './rota-grid';
import styles from './on-call.module.css';

const titles: Readonly<Record<GridAct, string>> = {
  add: 'Add somebody',
  replace: 'Put one in the place of another',
  remove: 'Take somebody off',
};

const peopleOn = (spans: readonly OnCallSpan[]): Named[] => [
  ...new Map(spans.flatMap(({ on }) => on.map(({ who }) => [who.userId, who] as const))).values(),
];

interface Props {
  readonly rota: Rota;
  readonly chosen: Chosen;
  readonly onDone: () => void;
}

/** An override, from the cell it was asked for on: whom, from when to when, and why. */
export const OverrideForm = ({ rota, chosen: { cell, act }, onDone }: Props) => {
  const command = useCommand('addOverride', `${rota.name} changed`);
  const people = useRotaPeople(rota.duty);
  const first = cell.spans[0];
  const last = cell.spans.at(-1);
  const [from, setFrom] = useState(momentOf(first?.from ?? cell.day.from));
  const [to, setTo] = useState(momentOf(last?.to ?? cell.day.to));
  const [on, setOn] = useState('');
  const [asked, setAsked] = useState(false);
  const [why, setWhy] = useState('');
  const [start, end] = [instantOfMoment(from, 'beginning'), instantOfMoment(to, 'end')];
  const period = typeof start === 'string' && typeof end === 'string' ? { from: start, to: end } : undefined;
  const there = period ? peopleOn(onCallPlan(rota, period)) : [];
  const [off, setOff] = useState(act === 'add' ? '' : (peopleOn(cell.spans)[0]?.userId ?? ''));
  const needsOn = act !== 'remove';
  const needsOff = act !== 'add';
  const self = useRef<HTMLFormElement>(null);
  // Whoever came by Enter, R or Delete in the grid goes on typing here.
  useEffect(() => self.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  return (
    <form
      ref={self}
      className={form.form}
      aria-label={titles[act]}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!period || (needsOn && !on) || (needsOff && !off) || !why.trim()) return;
        command.send(
          { rotaId: rota.id },
          {
            kind: act,
            ...period,
            ...(needsOn ? { on } : {}),
            ...(needsOff ? { off } : {}),
            why: why.trim(),
            seenRevision: rota.revision,
          },
          onDone,
        );
      }}
    >
      <h3>{titles[act]}</h3>
      <div className={styles.fields}>
        <MomentField
          label="From"
          value={from}
          onChange={setFrom}
          problem={typeof start === 'string' ? undefined : start.problem}
        />
        <MomentField
          label="To"
          value={to}
          onChange={setTo}
          problem={typeof end === 'string' ? undefined : end.problem}
        />
        {needsOff && (
          <PersonSelect
            label="Who goes off"
            people={there}
            value={off}
            onChange={setOff}
            problem={asked && !off ? 'Choose who goes off.' : undefined}
          />
        )}
        {needsOn && (
          <PersonSelect
            label="Who comes on"
            people={people.filter(({ userId }) => userId !== off)}
            value={on}
            onChange={setOn}
            problem={asked && !on ? 'Choose who comes on.' : undefined}
          />
        )}
        <Field label="Why" problem={asked && !why.trim() ? 'Say why.' : undefined}>
          {(ids) => (
            <input {...ids} value={why} maxLength={120} onChange={(event) => setWhy(event.target.value)} />
          )}
        </Field>
      </div>
      <FormEnd
        command={command}
        does={titles[act]}
        look={act === 'remove' ? 'danger' : 'primary'}
        onLeave={onDone}
      />
    </form>
  );
};
