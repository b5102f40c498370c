import type { Instant, Period, Rota } from '@concord/domain';
import { plusMinutes } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import form from '../incidents/fact-form.module.css';
import { Button } from '../kit/button';
import { FormEnd } from '../kit/form-end';
import { MomentField } from '../kit/moment-field';
import { TextField } from '../kit/text-field';
import type { Moment } from '../time/moment';
import { instantOfMoment, momentOf } from '../time/moment';
import { problemsOf } from './field-problems';
import { PersonSelect } from './person-select';
import { useRotaPeople } from './rota-people';
import { useFirstFocused } from './use-first-focused';
import styles from './on-call.module.css';

interface Typed {
  readonly from: Moment;
  readonly to: Moment;
}
interface Shift extends Typed {
  readonly key: number;
  readonly who: string;
}

type Read = { readonly [Side in keyof Typed]: { readonly at?: Instant; readonly problem?: string } };

const readSide = (moment: Moment, which: 'beginning' | 'end'): Read['from'] => {
  const at = instantOfMoment(moment, which);
  return typeof at === 'string' ? { at } : at;
};
const read = ({ from, to }: Typed): Read => ({ from: readSide(from, 'beginning'), to: readSide(to, 'end') });
const periodOf = ({ from, to }: Read): Period | undefined =>
  from.at && to.at ? { from: from.at, to: to.at } : undefined;

interface Props {
  readonly rota: Rota;
  readonly now: Instant;
  readonly onDone: () => void;
}

/** For a time these shifts and no layer, written by hand: a bank holiday, a strike, a move of offices. */
export const TemporaryForm = ({ rota, now, onDone }: Props) => {
  const command = useCommand('addTemporary', 'Temporary rota made');
  const people = useRotaPeople(rota.duty);
  const whole: Typed = { from: momentOf(now), to: momentOf(plusMinutes(now, 24 * 60)) };
  const [name, setName] = useState('');
  const [why, setWhy] = useState('');
  const [time, setTime] = useState(whole);
  const [shifts, setShifts] = useState<readonly Shift[]>([{ key: 0, who: '', ...whole }]);
  const [asked, setAsked] = useState(false);
  const [period, turns] = [read(time), shifts.map(read)];
  const problem = problemsOf(command);
  const said = (missing: boolean, words: string, field: string) =>
    asked && missing ? words : problem(field);
  const change = (key: number, to: Partial<Shift>) =>
    setShifts(shifts.map((shift) => (shift.key === key ? { ...shift, ...to } : shift)));
  /** A shift that lasts as long as the whole goes on doing so while the whole is changed. */
  const changeWhole = (to: Partial<Typed>) => {
    const next = { ...time, ...to };
    const same = (a: Moment, b: Moment) => a.date === b.date && a.time === b.time;
    setShifts(
      shifts.map((shift) => ({
        ...shift,
        from: same(shift.from, time.from) ? next.from : shift.from,
        to: same(shift.to, time.to) ? next.to : shift.to,
      })),
    );
    setTime(next);
  };
  const another = () => {
    const last = shifts.at(-1);
    const key = (last?.key ?? 0) + 1;
    setShifts([...shifts, { key, who: '', from: last?.to ?? time.from, to: time.to }]);
  };
  const self = useFirstFocused();
  return (
    <form
      ref={self}
      className={form.form}
      aria-label="Temporary rota"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        const over = periodOf(period);
        const whom = turns.flatMap((turn, i) => {
          const [when, who] = [periodOf(turn), shifts[i]?.who];
          return when && who ? [{ ...when, who }] : [];
        });
        if (!over || !name.trim() || !why.trim() || whom.length < shifts.length) return;
        command.send(
          { rotaId: rota.id },
          { name: name.trim(), why: why.trim(), ...over, shifts: whom, seenRevision: rota.revision },
          onDone,
        );
      }}
    >
      <h3>Temporary rota</h3>
      <p className={styles.quiet}>For this time its shifts count and no layer of {rota.name}.</p>
      <div className={styles.fields}>
        <TextField
          label="What it is for"
          hint="Such as Christmas, strike, move of offices."
          value={name}
          maxLength={120}
          onChange={setName}
          problem={said(!name.trim(), 'Give it a name.', 'name')}
        />
        <TextField
          label="Why"
          value={why}
          maxLength={400}
          onChange={setWhy}
          problem={said(!why.trim(), 'Say why.', 'why')}
        />
        <MomentField
          label="In force from"
          value={time.from}
          onChange={(from) => changeWhole({ from })}
          problem={period.from.problem ?? problem('from')}
        />
        <MomentField
          label="In force to"
          value={time.to}
          onChange={(to) => changeWhole({ to })}
          problem={period.to.problem ?? problem('to')}
        />
      </div>
      {shifts.map((shift, i) => (
        <fieldset key={shift.key} className={styles.shift}>
          <legend>Shift {i + 1}</legend>
          <div className={styles.fields}>
            <PersonSelect
              label={`Shift ${i + 1}, who`}
              people={people}
              value={shift.who}
              onChange={(who) => change(shift.key, { who })}
              problem={said(!shift.who, 'Choose who.', `shifts.${i}.who`)}
            />
            <MomentField
              label={`Shift ${i + 1} from`}
              value={shift.from}
              onChange={(from) => change(shift.key, { from })}
              problem={turns[i]?.from.problem ?? problem(`shifts.${i}.from`)}
            />
            <MomentField
              label={`Shift ${i + 1} to`}
              value={shift.to}
              onChange={(to) => change(shift.key, { to })}
              problem={turns[i]?.to.problem ?? problem(`shifts.${i}.to`)}
            />
          </div>
          {shifts.length > 1 && (
            <div>
              <Button
                look="quiet"
                aria-label={`Leave out shift ${i + 1}`}
                onClick={() => setShifts(shifts.filter(({ key }) => key !== shift.key))}
              >
                Leave out
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <div>
        <Button onClick={another}>Add a shift</Button>
      </div>
      <FormEnd command={command} does="Make this temporary rota" onLeave={onDone} />
    </form>
  );
};
