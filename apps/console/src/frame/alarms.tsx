import type { Escalation, Place } from '@concord/domain';
import { isInHand, isSnoozed } from '@concord/domain';
import { useEffect, useMemo, useRef } from 'react';
import { useSession } from '../app/session';
import { useAll, useNow } from '../live/live-context';
import { aboutOf, Alarm } from './alarm-item';
import { firstUnowned, openAlarms } from './alarm-order';
import styles from './alarms.module.css';
import { announce } from './announcer';
import { SoundButton } from './sound-button';
import { newsOf, useAlarmSound } from './use-alarm-sound';

const alarmWords = (alarm: Escalation, places: ReadonlyMap<string, Place>): string =>
  [
    `${alarm.level === 'over' ? 'Over' : 'Due'}: ${aboutOf(alarm, places)}, ${alarm.clock.label}`,
    alarm.nobodyReachedAt === null ? '' : ', nobody reached',
    alarm.goneQuiet.length > 0 ? ', nothing more heard of its owner' : '',
  ].join('');

/** Speaks once for each alarm that is newly over, unreached or given up: not for those there when the screen opened. */
const useSpokenAlarms = (alarms: readonly Escalation[]) => {
  const places = useAll('place');
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    const loud = alarms.filter(
      ({ level, ownedBy, nobodyReachedAt }) =>
        ownedBy === null && (level === 'over' || nobodyReachedAt !== null),
    );
    const fresh = known.current === null ? [] : loud.filter((alarm) => !known.current?.has(newsOf(alarm)));
    if (alarms.length > 0 || known.current !== null) known.current = new Set(loud.map(newsOf));
    if (fresh.length > 0) announce.alarm(fresh.map((alarm) => alarmWords(alarm, places)).join('. '));
  }, [alarms, places]);
};

const countWords = (unowned: number, aside: number): string =>
  [unowned === 0 ? 'all owned' : `${unowned} unowned`, aside > 0 ? `${aside} aside` : '']
    .filter(Boolean)
    .join(', ');

/** What needs somebody now. Stays in sight on every desk screen until it is owned and over with. */
export const Alarms = () => {
  const escalations = useAll('escalation');
  const { me } = useSession();
  const now = useNow();
  const alarms = useMemo(() => openAlarms(escalations.values(), now), [escalations, now]);
  useSpokenAlarms(alarms);
  useAlarmSound(alarms, me.userId, now);
  const first = firstUnowned(alarms);
  const unowned = alarms.filter((alarm) => !isInHand(alarm)).length;
  const aside = alarms.filter((alarm) => isSnoozed(alarm, now)).length;
  useEffect(() => {
    document.title = unowned > 0 ? `(${unowned}) Concord` : 'Concord';
    return () => {
      document.title = 'Concord';
    };
  }, [unowned]);
  return (
    <section className={styles.strip} aria-label="Alarms" data-none={alarms.length === 0 || undefined}>
      <h2 className={styles.heading}>
        Alarms <span className={styles.count}>{alarms.length}</span>
        {alarms.length > 0 && <span className={styles.unowned}>{countWords(unowned, aside)}</span>}
      </h2>
      {alarms.length === 0 ? (
        <p className={styles.none}>No clock is due or over.</p>
      ) : (
        <ul className={styles.list} tabIndex={0} aria-label="Open alarms">
          {alarms.map((alarm) => (
            <Alarm key={alarm.id} alarm={alarm} first={alarm === first} />
          ))}
        </ul>
      )}
      <SoundButton />
    </section>
  );
};
