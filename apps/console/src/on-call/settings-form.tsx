import type { Rota } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import form from '../incidents/fact-form.module.css';
import { ChipSet } from '../kit/chips';
import { FormEnd } from '../kit/form-end';
import { TextField } from '../kit/text-field';
import { useAll } from '../live/live-context';
import { problemsOf } from './field-problems';
import { useFirstFocused } from './use-first-focused';
import styles from './on-call.module.css';

/** "" is nothing agreed; undefined what is no number of hours. */
const readAgreed = (typed: string): number | null | undefined => {
  if (typed.trim() === '') return null;
  const hours = Number(typed.trim());
  return Number.isFinite(hours) && hours > 0 && hours <= 168 ? hours : undefined;
};
const written = (hours: number | null): string => (hours === null ? '' : String(hours));
const NO_HOURS = 'Hours above 0, at most 168; or nothing, where none were agreed.';

/** What a rota is called, whom it serves, when it is asked, and the most hours that were agreed for it. */
export const SettingsForm = ({ rota, onDone }: { readonly rota: Rota; readonly onDone: () => void }) => {
  const command = useCommand('changeRota', 'Rota changed');
  const [area] = useAll('area').values();
  const districts = area?.districts.map(({ name }) => name) ?? [];
  const [name, setName] = useState(rota.name);
  const [served, setServed] = useState<readonly string[]>(rota.districts);
  const [order, setOrder] = useState(String(rota.callOrder));
  const [inARow, setInARow] = useState(written(rota.agreedHours.inARow));
  const [aWeek, setAWeek] = useState(written(rota.agreedHours.aWeek));
  const agreed = { inARow: readAgreed(inARow), aWeek: readAgreed(aWeek) };
  const callOrder = Number(order);
  const orderStands = Number.isInteger(callOrder) && callOrder >= 1 && callOrder <= 1000;
  const problem = problemsOf(command);
  const self = useFirstFocused();
  return (
    <form
      ref={self}
      className={form.form}
      aria-label={`Change ${rota.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (!name.trim() || !orderStands || agreed.inARow === undefined || agreed.aWeek === undefined) return;
        command.send(
          { rotaId: rota.id },
          {
            name: name.trim(),
            callOrder,
            districts: [...served],
            agreedHours: { inARow: agreed.inARow, aWeek: agreed.aWeek },
            seenRevision: rota.revision,
          },
          onDone,
        );
      }}
    >
      <h3>Name, districts and hours</h3>
      <div className={styles.fields}>
        <TextField
          label="Name of the rota"
          value={name}
          maxLength={120}
          onChange={setName}
          problem={name.trim() ? problem('name') : 'Give it a name.'}
        />
        <TextField
          label="Place in the order of call"
          hint="Of the rotas of one duty, 1 is asked first."
          value={order}
          inputMode="numeric"
          onChange={setOrder}
          problem={orderStands ? problem('callOrder') : 'A whole number from 1 to 1000.'}
        />
        <TextField
          label="Most hours in a row, as agreed"
          hint="Empty: none agreed."
          value={inARow}
          inputMode="decimal"
          onChange={setInARow}
          problem={agreed.inARow === undefined ? NO_HOURS : problem('agreedHours.inARow')}
        />
        <TextField
          label="Most hours in a week, as agreed"
          hint="Empty: none agreed."
          value={aWeek}
          inputMode="decimal"
          onChange={setAWeek}
          problem={agreed.aWeek === undefined ? NO_HOURS : problem('agreedHours.aWeek')}
        />
      </div>
      {districts.length > 0 && (
        <ChipSet
          legend={served.length === 0 ? 'Districts it serves: the whole area' : 'Districts it serves'}
          words={Object.fromEntries(districts.map((one) => [one, one]))}
          values={served}
          onChange={setServed}
          problem={problem('districts')}
        />
      )}
      <FormEnd command={command} does="Change this rota" onLeave={onDone} />
    </form>
  );
};
