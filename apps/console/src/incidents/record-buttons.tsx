import type { Incident } from '@concord/domain';
import { useState } from 'react';
import { Button } from '../kit/button';
import { FactForm } from './fact-form';
import type { FactValues } from './fact-forms/fact-field';
import type { RecordedKind } from './fact-forms/forms';
import { factForms } from './fact-forms/forms';
import { offeredNow } from './offered-kinds';
import styles from './record-buttons.module.css';

interface Props {
  readonly incident: Incident;
  /** What this screen's person records, the likeliest first. */
  readonly kinds: readonly RecordedKind[];
  readonly given?: Readonly<Partial<Record<RecordedKind, FactValues>>>;
  readonly words?: Readonly<Partial<Record<RecordedKind, string>>>;
}

/** The facts that this person can record now: one large button for the likeliest, the rest smaller. */
export const RecordButtons = ({ incident, kinds, given = {}, words = {} }: Props) => {
  const [open, setOpen] = useState<RecordedKind>();
  const allowed = offeredNow(incident);
  const now = kinds.filter((kind) => allowed.includes(kind));
  const stop = () => setOpen(undefined);
  if (open && allowed.includes(open)) {
    return (
      <FactForm
        key={open}
        incident={incident}
        kind={open}
        given={given[open]}
        settled={open === 'arrived' && given.arrived ? ['placeId'] : []}
        phone
        onDone={stop}
        onCancel={stop}
      />
    );
  }
  const [first, ...others] = now;
  if (!first) return null;
  return (
    <div className={styles.buttons}>
      <Button look="primary" large onClick={() => setOpen(first)}>
        {words[first] ?? factForms[first].says}
      </Button>
      {others.length > 0 && (
        <div className={styles.others}>
          {others.map((kind) => (
            <Button key={kind} large onClick={() => setOpen(kind)}>
              {words[kind] ?? factForms[kind].says}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
};
