import type { Place } from '@concord/domain';
import { useId, useState } from 'react';
import { useCommand } from '../commands';
import { Button } from '../kit/button';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import styles from './ring.module.css';

const MOST = 50;

/** How many people the suite says it has staff for. */
export const StaffCheck = ({ place }: { readonly place: Place }) => {
  const id = useId();
  const known = place.staffing?.staffedFor;
  const [typed, setTyped] = useState(known === undefined ? '' : String(known));
  const [problem, setProblem] = useState(false);
  const command = useCommand('observePlace', `${place.name}: staff recorded`);
  const number = /^\d+$/.test(typed.trim()) ? Number(typed) : undefined;
  const change = (to: string) => {
    setProblem(false);
    setTyped(to);
  };
  const step = (by: number) => change(String(Math.min(MOST, Math.max(0, (number ?? 0) + by))));
  const record = () => {
    if (number === undefined || number > MOST) return setProblem(true);
    command.send(
      { placeId: place.id },
      { staffedFor: number, source: 'telephone', seenRevision: place.revision },
    );
  };
  return (
    <form
      className={styles.item}
      data-testid="check-staff"
      onSubmit={(event) => {
        event.preventDefault();
        record();
      }}
    >
      <label htmlFor={id} className={styles.itemName}>
        Staff for
      </label>
      <div className={styles.stepper}>
        <Button aria-label="One fewer" onClick={() => step(-1)}>
          −
        </Button>
        <input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          className={styles.number}
          value={typed}
          aria-invalid={problem}
          aria-describedby={problem ? `${id}-problem` : `${id}-hint`}
          onChange={(event) => change(event.target.value)}
        />
        <Button aria-label="One more" onClick={() => step(1)}>
          +
        </Button>
        <span id={`${id}-hint`} className={styles.hint}>
          people at once, whoever is here already included
        </span>
        <CommandButton type="submit" command={command}>
          Record staff
        </CommandButton>
      </div>
      {problem && (
        <p id={`${id}-problem`} className={styles.problem}>
          Say a whole number from 0 to {MOST}.
        </p>
      )}
      <CommandResult command={command} />
    </form>
  );
};
