import type { Place, Room } from '@concord/domain';
import { freshnessOf, roomsInUseOrHeld } from '@concord/domain';
import { useState } from 'react';
import { useAgreement } from '../live/agreement-in-force';
import { useCommand } from '../commands';
import { CommandResult } from '../kit/command-result';
import { useConnected, useNow } from '../live/live-context';
import { hourMinute } from '../time/london';
import { age } from '../time/span';
import styles from './staffing.module.css';

const MOST = 50;

/** How many people this shift's staff can safely look after at once: one tap up or down, recorded at once. */
export const StaffFor = ({ place, rooms }: { readonly place: Place; readonly rooms: readonly Room[] }) => {
  const now = useNow();
  const connected = useConnected();
  const rule = useAgreement()?.freshness;
  const [newest, setNewest] = useState<Place>();
  const command = useCommand('observePlace', 'Staff recorded');
  // The answer may come before the board has it: the next tap counts on from whichever is newer.
  const known = newest && newest.revision > place.revision ? newest : place;
  const { staffing } = known;
  const off = !connected || command.sending;
  const inUse = roomsInUseOrHeld(rooms);
  const say = (staffedFor: number) =>
    command.send(
      { placeId: place.id },
      { staffedFor, source: 'site', seenRevision: known.revision },
      setNewest,
    );
  const next = (by: number) => (staffing ? staffing.staffedFor + by : inUse + Math.max(0, by));
  const step = (by: number, label: string, sign: string) => {
    const to = next(by);
    const no = off || to < 0 || to > MOST;
    return (
      <button
        type="button"
        className={styles.step}
        aria-label={label}
        aria-disabled={no}
        onClick={() => !no && say(to)}
      >
        {sign}
      </button>
    );
  };
  const stale = staffing && rule && freshnessOf(staffing.observed, rule, now) === 'unknown';
  return (
    <section className={styles.staff} aria-label="Staff" data-testid="staff-for">
      <div className={styles.line}>
        <h2>Staff for</h2>
        <div className={styles.stepper}>
          {step(-1, 'Staff for one fewer', '−')}
          <output className={styles.figure}>{staffing ? staffing.staffedFor : '–'}</output>
          {step(1, 'Staff for one more', '+')}
        </div>
      </div>
      <p className={styles.quiet}>
        {!staffing && 'Not said: the control room counts rooms only. '}
        {staffing && `people at once, ${inUse} here or promised. `}
        {staffing &&
          (stale
            ? `NOT CONFIRMED ${age(staffing.observed.at, now)}: it counts for nothing until you say.`
            : `As said ${hourMinute(staffing.observed.at)} by ${staffing.observed.by.name}.`)}
      </p>
      {!connected && <p className={styles.quiet}>Not connected: taps here are not sent.</p>}
      <CommandResult command={command} />
    </section>
  );
};
