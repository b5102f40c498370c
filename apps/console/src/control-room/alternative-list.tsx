import type { Incident, RankedAlternative } from '@concord/domain';
import { useRef } from 'react';
import { useCommand } from '../commands';
import { useMayRecord } from '../incidents/use-may-record';
import { Button } from '../kit/button';
import { CommandResult } from '../kit/command-result';
import { AlternativeOption } from './alternative-option';
import styles from './places.module.css';

interface Props {
  readonly incident: Incident;
  readonly ranked: readonly RankedAlternative[];
  readonly onReferred: () => void;
}

const arrows: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/**
 * What may help without a detention, before it is decided: best first, with reasons. V puts the hand on the
 * best, Enter refers the person there, arrows walk the list.
 */
export const AlternativeList = ({ incident, ranked, onReferred }: Props) => {
  const list = useRef<HTMLOListElement>(null);
  const mayRefer = useMayRecord()('referred');
  const refer = useCommand('recordFact', 'Referred: they see it now');
  const buttons = () => [...(list.current?.querySelectorAll<HTMLButtonElement>('li button') ?? [])];
  const press = (event: React.KeyboardEvent) => {
    const by = arrows[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const all = buttons();
    const at = all.findIndex((button) => button === document.activeElement);
    all[Math.max(0, Math.min(all.length - 1, at + by))]?.focus();
  };
  const send = ({ alternativeId, standing }: RankedAlternative) =>
    refer.send(
      { incidentId: incident.id },
      { kind: 'referred', alternativeId, how: standing === 'ring' ? 'telephone' : 'message' },
      onReferred,
    );
  return (
    <section className={styles.alternatives} aria-labelledby="alternatives" onKeyDown={press}>
      <header className={styles.alternativesHead}>
        <h3 id="alternatives" className={styles.subhead}>
          Instead of a detention
        </h3>
        {mayRefer && (
          <Button look="quiet" shortcut="V" onClick={() => buttons()[0]?.focus()}>
            To the best
          </Button>
        )}
      </header>
      <CommandResult command={refer} />
      <ol ref={list}>
        {ranked.map((one) => (
          <AlternativeOption
            key={one.alternativeId}
            ranked={one}
            command={mayRefer ? refer : undefined}
            onRefer={() => send(one)}
          />
        ))}
      </ol>
    </section>
  );
};
