import type { AmhpRequest, Escalation, Place } from '@concord/domain';
import { isInHand, isSnoozed, wantsSomebody } from '@concord/domain';
import { useEffect, useMemo, useRef } from 'react';
import { useSession } from '../app/session';
import { useAll, useBoardRevision, useNow } from '../live/live-context';
import { aboutOf, Alarm } from './alarm-item';
import { firstUnowned, openAlarms } from './alarm-order';
import styles from './alarms.module.css';
import { announce } from './announcer';
import { SoundButton } from './sound-button';
import { newsOfUnasked, UnaskedAlarm, unaskedWords, useUnasked } from './unasked';
import { newsOf, useAlarmSound } from './use-alarm-sound';

const alarmWords = (alarm: Escalation, places: ReadonlyMap<string, Place>): string =>
  [
    `${alarm.level === 'over' ? 'Over' : 'Due'}: ${aboutOf(alarm, places)}, ${alarm.clock.label}`,
    alarm.nobodyReachedAt === null ? '' : ', nobody reached',
    alarm.goneQuiet.length > 0 ? ', nothing more heard of its owner' : '',
  ].join('');

/** Speaks once for what is newly over, unreached, given up or has nobody to ask: not for what was there when the screen opened. */
const useSpokenAlarms = (alarms: readonly Escalation[], unasked: readonly AmhpRequest[]) => {
  const places = useAll('place');
  const loaded = useBoardRevision() !== null;
  const known = useRef<ReadonlyMap<string, string> | null>(null);
  useEffect(() => {
    if (!loaded) return;
    const loud = alarms.filter(
      ({ level, ownedBy, nobodyReachedAt }) =>
        ownedBy === null && (level === 'over' || nobodyReachedAt !== null),
    );
    const before = known.current;
    known.current = new Map([
      ...loud.map((alarm) => [newsOf(alarm), alarmWords(alarm, places)] as const),
      ...unasked.map((request) => [newsOfUnasked(request), unaskedWords(request)] as const),
    ]);
    const fresh = before ? [...known.current].filter(([news]) => !before.has(news)) : [];
    if (fresh.length > 0) announce.alarm(fresh.map(([, words]) => words).join('. '));
  }, [alarms, unasked, places, loaded]);
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
  const unasked = useUnasked();
  useSpokenAlarms(alarms, unasked);
  useAlarmSound(alarms, unasked.map(newsOfUnasked), me.userId, now);
  const count = alarms.length + unasked.length;
  const first = firstUnowned(alarms);
  // What is over and in nobody’s hands stands first, and before whom nobody could be asked for.
  const worst = alarms.filter((alarm) => alarm.level === 'over' && wantsSomebody(alarm, now));
  const unowned = unasked.length + alarms.filter((alarm) => !isInHand(alarm)).length;
  const aside = alarms.filter((alarm) => isSnoozed(alarm, now)).length;
  useEffect(() => {
    document.title = unowned > 0 ? `(${unowned}) Concord` : 'Concord';
    return () => {
      document.title = 'Concord';
    };
  }, [unowned]);
  return (
    <section className={styles.strip} aria-label="Alarms" data-none={count === 0 || undefined}>
      <h2 className={styles.heading}>
        Alarms <span className={styles.count}>{count}</span>
        {count > 0 && <span className={styles.unowned}>{countWords(unowned, aside)}</span>}
      </h2>
      {count === 0 ? (
        <p className={styles.none}>No clock is due or over.</p>
      ) : (
        <ul className={styles.list} tabIndex={0} aria-label="Open alarms">
          {worst.map((alarm) => (
            <Alarm key={alarm.id} alarm={alarm} first={alarm === first} />
          ))}
          {unasked.map((request) => (
            <UnaskedAlarm key={request.id} request={request} />
          ))}
          {alarms.slice(worst.length).map((alarm) => (
            <Alarm key={alarm.id} alarm={alarm} first={alarm === first} />
          ))}
        </ul>
      )}
      <SoundButton />
    </section>
  );
};
