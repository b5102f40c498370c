import type { Likelihood, Place, PromiseReason, Room } from '@concord/domain';
import { scoreWords } from '@concord/domain';
import { useState } from 'react';
import { likelihoodWords, promiseReasonWords } from '../beds/place-words';
import { promiseIsOf, REOPENS_WITHIN_DAYS } from '../beds/promise-words';
import { useCommand } from '../commands';
import { Button } from '../kit/button';
import { ChipChoice } from '../kit/chips';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { TimeAheadField } from '../kit/time-ahead-field';
import { useLive } from '../live/live-context';
import { readTimeAhead } from '../time/time-ahead';
import styles from './room.module.css';

interface Props {
  readonly room: Room;
  readonly place: Place | undefined;
  /** Whose word it is: the site's own, or what it said on the telephone. */
  readonly source: 'site' | 'telephone';
  readonly reason?: PromiseReason | undefined;
  readonly onStop: () => void;
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const spoken = <Code extends string>(words: Readonly<Record<Code, string>>) =>
  Object.fromEntries(Object.entries<string>(words).map(([code, text]) => [code, capital(text)])) as Record<
    Code,
    string
  >;

const labels: Readonly<Record<ReturnType<typeof promiseIsOf>, string>> = {
  free: 'Expected free',
  open: 'Expected open again',
  staff: 'Staff expected',
};

/** When a room will be free, how likely and what it waits for: shown beside the present, and scored. */
export const PromiseForm = ({ room, place, source, reason: given, onStop }: Props) => {
  const { clock } = useLive();
  const [when, setWhen] = useState('');
  const [likelihood, setLikelihood] = useState<Likelihood>(room.promised?.likelihood ?? 'likely');
  const what = promiseIsOf(room);
  const [chosen, setReason] = useState<PromiseReason | undefined>(given ?? room.promised?.reason);
  // A free room waits for nothing else.
  const reason = what === 'staff' ? 'staff-due' : chosen;
  const furthestDays = what === 'open' ? REOPENS_WITHIN_DAYS : 1;
  const [asked, setAsked] = useState(false);
  const command = useCommand('promiseRoom', `${room.name}: promise recorded`);
  const read = readTimeAhead(when, clock.now(), furthestDays);
  const submit = () => {
    setAsked(true);
    if ('problem' in read || !reason) return;
    const said = { freeAt: read.at, likelihood, reason, source, seenRevision: room.revision };
    command.send({ roomId: room.id }, said, onStop);
  };
  return (
    <form
      className={styles.form}
      aria-label={`When ${room.name} will be free`}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Out of this form only, not out of the check that it stands in.
        event.stopPropagation();
        onStop();
      }}
    >
      <TimeAheadField label={labels[what]} furthestDays={furthestDays} value={when} onChange={setWhen} />
      {asked && 'problem' in read && <p className={styles.problem}>{read.problem}</p>}
      <ChipChoice
        legend="How sure"
        words={spoken(likelihoodWords)}
        value={likelihood}
        onChange={setLikelihood}
      />
      {what !== 'staff' && (
        <ChipChoice
          legend="It waits for"
          words={spoken(promiseReasonWords)}
          value={reason}
          onChange={setReason}
          problem={asked && !reason ? 'Choose what it waits for.' : undefined}
        />
      )}
      {place && <p className={styles.quiet}>This suite so far: {scoreWords(place.promises)}.</p>}
      <div className={styles.both}>
        <CommandButton type="submit" large look="primary" command={command}>
          Promise it
        </CommandButton>
        <Button large onClick={onStop}>
          Cancel
        </Button>
      </div>
      <CommandResult command={command} />
    </form>
  );
};
