import type { Layer, Rota } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { FormEnd } from '../kit/form-end';
import form from '../incidents/fact-form.module.css';
import { LayerFields } from './layer-fields';
import { entryOf, readHours, saidLayer } from './layer-entry';

interface Props {
  readonly rota: Rota;
  /** The layer that is changed; a new one, put highest, where there is none. */
  readonly layer: Layer | undefined;
  readonly today: string;
  readonly onDone: () => void;
}

/** A layer added, changed or ended. What cannot be is refused by the server, which names the field. */
export const LayerForm = ({ rota, layer, today, onDone }: Props) => {
  const [entry, setEntry] = useState(() => entryOf(layer, today));
  const add = useCommand('addLayer', 'Layer added');
  const change = useCommand('changeLayer', 'Layer changed');
  const end = useCommand('endLayer', 'Layer ended');
  const title = layer ? `Change ${layer.name}` : 'Add a layer';
  return (
    <form
      className={form.form}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        if (!readHours(entry.hours)) return;
        const body = { ...saidLayer(entry), seenRevision: rota.revision };
        if (layer) change.send({ rotaId: rota.id, layerId: layer.id }, body, onDone);
        else add.send({ rotaId: rota.id }, body, onDone);
      }}
    >
      <h3>{title}</h3>
      <LayerFields duty={rota.duty} entry={entry} onChange={setEntry} />
      <FormEnd
        command={layer ? change : add}
        does={layer ? 'Change this layer' : 'Add this layer'}
        onLeave={onDone}
      />
      {layer && (
        <div>
          <CommandButton
            look="danger"
            command={end}
            onPress={() =>
              end.send({ rotaId: rota.id, layerId: layer.id }, { seenRevision: rota.revision }, onDone)
            }
          >
            End this layer now
          </CommandButton>
          <CommandResult command={end} />
        </div>
      )}
    </form>
  );
};
