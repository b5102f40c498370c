import type { ReplyOf } from '@concord/contracts';
import type { Named, Rota } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { Badge } from '../kit/badge';
import { Button } from '../kit/button';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { Field } from '../kit/field';
import { FormEnd } from '../kit/form-end';
import form from '../incidents/fact-form.module.css';
import { fullTime } from '../time/london';
import styles from './on-call.module.css';

const namesOf = (people: readonly Named[]): string => people.map(({ name }) => name).join(', ') || 'nobody';

const Tried = ({ answer }: { readonly answer: ReplyOf<'importShifts'> }) => (
  <div role="status">
    {answer.errors.length > 0 ? (
      <>
        <p>
          <Badge tone="over">{answer.errors.length} to put right</Badge> Nothing is taken from the file until
          every cell is right.
        </p>
        <table className={styles.now}>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Column</th>
              <th scope="col">What is wrong</th>
            </tr>
          </thead>
          <tbody>
            {answer.errors.map(({ line, column, message }) => (
              <tr key={`${line}/${column}/${message}`}>
                <td>{line}</td>
                <td>{column}</td>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </>
    ) : (
      <>
        <p>
          <strong>{answer.shifts} shifts can be taken.</strong> This would change who is on call:
        </p>
        <ul className={styles.over}>
          {answer.changes.map(({ from, to, before, after }) => (
            <li key={from}>
              <span>
                {fullTime(from)} to {fullTime(to)}: <strong>{namesOf(after)}</strong> instead of{' '}
                {namesOf(before)}
              </span>
            </li>
          ))}
          {answer.changes.length === 0 && <li>Nothing: the file says what the rota says.</li>}
        </ul>
      </>
    )}
  </div>
);

/** Shifts from a CSV file: tried first, with what is wrong or what would change; taken only when all of it is right. */
export const ImportForm = ({ rota, onDone }: { readonly rota: Rota; readonly onDone: () => void }) => {
  const trial = useCommand('importShifts', 'File tried');
  const take = useCommand('importShifts', 'Shifts taken');
  const [csv, setCsv] = useState('');
  const [name, setName] = useState('From a file');
  const [why, setWhy] = useState('');
  const [answer, setAnswer] = useState<ReplyOf<'importShifts'>>();
  const body = { name: name.trim(), why: why.trim(), csv };
  const ready = body.name !== '' && body.why !== '' && csv.trim() !== '';
  const params = { rotaId: rota.id };
  return (
    <form
      className={form.form}
      aria-label="Shifts from a file"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && answer?.errors.length === 0)
          take.send(params, { ...body, apply: true, seenRevision: rota.revision }, onDone);
      }}
    >
      <h3>Shifts from a file</h3>
      <div className={styles.fields}>
        <Field
          label="CSV file"
          hint="First line: date, from, to, person. Then 2026-12-25, 08:00, 20:00, a name."
        >
          {(ids) => (
            <input
              {...ids}
              type="file"
              accept=".csv,text/csv"
              onChange={(event) => {
                setAnswer(undefined);
                void event.target.files?.[0]?.text().then(setCsv);
              }}
            />
          )}
        </Field>
        <Field label="or its text">
          {(ids) => (
            <textarea
              {...ids}
              rows={4}
              value={csv}
              onChange={(event) => {
                setAnswer(undefined);
                setCsv(event.target.value);
              }}
            />
          )}
        </Field>
        <Field label="Name of this temporary rota">
          {(ids) => <input {...ids} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field label="Why">
          {(ids) => <input {...ids} value={why} onChange={(event) => setWhy(event.target.value)} />}
        </Field>
      </div>
      <CommandButton
        command={trial}
        onPress={() => {
          if (ready) trial.send(params, { ...body, apply: false }, setAnswer);
        }}
      >
        Try it: nothing is changed
      </CommandButton>
      {answer && <Tried answer={answer} />}
      {answer?.errors.length === 0 ? (
        <FormEnd command={take} does="Take these shifts" onLeave={onDone} />
      ) : (
        <>
          <CommandResult command={trial} />
          <div>
            <Button onClick={onDone}>Cancel</Button>
          </div>
        </>
      )}
    </form>
  );
};
