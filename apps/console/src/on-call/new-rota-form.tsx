import type { Duty } from '@concord/domain';
import { rotaKeepers } from '@concord/domain';
import { useState } from 'react';
import { useSession } from '../app/session';
import { useCommand } from '../commands';
import { Field } from '../kit/field';
import { FormEnd } from '../kit/form-end';
import form from '../incidents/fact-form.module.css';
import { dutyWords } from '../words/codes';
import { LayerFields } from './layer-fields';
import { entryOf, readHours, saidLayer } from './layer-entry';
import styles from './on-call.module.css';

/** The duties whose rotas somebody with these duties keeps. */
export const keptBy = (duties: readonly Duty[]): Duty[] =>
  (Object.keys(rotaKeepers) as Duty[]).filter((of) => rotaKeepers[of].some((duty) => duties.includes(duty)));

/** A new rota, with its first layer. */
export const NewRotaForm = ({
  today,
  onDone,
}: {
  readonly today: string;
  readonly onDone: (rotaId?: string) => void;
}) => {
  const { area } = useSession();
  const kept = keptBy(area.duties);
  const [duty, setDuty] = useState<Duty>(kept[0] ?? 'amhp');
  const [name, setName] = useState('');
  const [entry, setEntry] = useState(() => ({ ...entryOf(undefined, today), name: 'Turns' }));
  const command = useCommand('createRota', 'Rota made');
  return (
    <form
      className={form.form}
      aria-label="New rota"
      onSubmit={(event) => {
        event.preventDefault();
        if (!readHours(entry.hours)) return;
        command.send({}, { duty, name: name.trim(), layers: [saidLayer(entry)] }, ({ id }) => onDone(id));
      }}
    >
      <div className={styles.fields}>
        <Field label="For the duty">
          {(ids) => (
            <select
              {...ids}
              value={duty}
              onChange={(event) => {
                setDuty(event.target.value as Duty);
                setEntry({ ...entry, members: [] });
              }}
            >
              {kept.map((one) => (
                <option key={one} value={one}>
                  {dutyWords[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Name of the rota">
          {(ids) => <input {...ids} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
      </div>
      <LayerFields duty={duty} entry={entry} onChange={setEntry} />
      <FormEnd command={command} does="Make this rota" onLeave={() => onDone()} />
    </form>
  );
};
