import type { Escalation, Place } from '@concord/domain';
import { useEffect, useMemo, useRef } from 'react';
import { useMayCall } from '../app/session';
import { useCommand } from '../commands';
import { Badge } from '../kit/badge';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { useAgreement } from '../live/agreement-in-force';
import { useAll, useNow } from '../live/live-context';
import { hourMinute } from '../time/london';
import { hoursMinutesSeconds } from '../time/span';
import { badgeText } from '../words/clock-words';
import { dutyWords } from '../words/codes';
import { clockOfAlarm, firstUnowned, lateBy, openAlarms } from './alarm-order';
import styles from './alarms.module.css';
import { announce } from './announcer';
import { PlaceAlarm, unknownAt } from './place-alarm';

type Places = ReadonlyMap<string, Place>;

/** The incident's reference, or the place's name. */
const aboutOf = ({ incidentRef, placeId }: Escalation, places: Places): string =>
  incidentRef ?? places.get(placeId ?? '')?.name ?? 'A place';

const alarmWords = (alarm: Escalation, places: Places): string =>
  `${alarm.level === 'over' ? 'Over' : 'Due'}: ${aboutOf(alarm, places)}, ${alarm.clock.label}`;

/** Speaks once for each alarm that is newly over: not for those already there when the screen opened. */
const useSpokenAlarms = (alarms: readonly Escalation[]) => {
  const places = useAll('place');
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    const over = alarms.filter(({ level, ownedBy }) => level === 'over' && ownedBy === null);
    const fresh = known.current === null ? [] : over.filter(({ id }) => !known.current?.has(id));
    if (alarms.length > 0 || known.current !== null) known.current = new Set(over.map(({ id }) => id));
    if (fresh.length > 0) announce.alarm(fresh.map((alarm) => alarmWords(alarm, places)).join('. '));
  }, [alarms, places]);
};

const Alarm = ({ alarm, first }: { readonly alarm: Escalation; readonly first: boolean }) => {
  const mayCall = useMayCall();
  const incident = useAll('incident').get(alarm.incidentId ?? '');
  const places = useAll('place');
  const place = places.get(alarm.placeId ?? '');
  const agreement = useAll('agreement').get(incident?.agreementId ?? '');
  const inForce = useAgreement();
  const now = useNow();
  const about = `${aboutOf(alarm, places)}, ${alarm.clock.label}`;
  const command = useCommand('ownEscalation', `${about}: yours`);
  const endsAt = place ? unknownAt(alarm, inForce) : clockOfAlarm(alarm, incident, agreement)?.endsAt;
  const late = lateBy(alarm);
  const last = alarm.steps.at(-1);
  const called = last?.called.map(({ who }) => who.name).join(', ');
  return (
    <li className={styles.alarm} data-level={alarm.level} data-testid="alarm">
      <Badge tone={alarm.level}>
        {endsAt ? badgeText(alarm.level, endsAt, now) : alarm.level.toUpperCase()}
      </Badge>
      <p className={styles.what}>
        {place ? (
          <PlaceAlarm alarm={alarm} place={place} />
        ) : (
          <>
            <strong>{alarm.incidentRef}</strong> {alarm.clock.label}
          </>
        )}
        {alarm.clock.kind === 'statutory' && ' (law)'}
        <span className={styles.called}>
          {called && !alarm.ownedBy ? ` called ${called}` : ''}
          {last &&
            last.nobodyFor.length > 0 &&
            ` nobody on call: ${last.nobodyFor.map((duty) => dutyWords[duty]).join(', ')}`}
        </span>
        {late !== undefined && (
          <span className={styles.late}>late by {hoursMinutesSeconds(late * 1000)}</span>
        )}
      </p>
      {alarm.ownedBy ? (
        <p className={styles.owned}>
          {alarm.ownedBy.name} has it{alarm.ownedAt ? ` since ${hourMinute(alarm.ownedAt)}` : ''}
        </p>
      ) : (
        mayCall('ownEscalation') && (
          <CommandButton
            command={command}
            shortcut={first ? 'O' : undefined}
            onPress={() => command.send({ escalationId: alarm.id }, { seenRevision: alarm.revision })}
          >
            Own
            <span className="visually-hidden">{` ${about}`}</span>
          </CommandButton>
        )
      )}
      <CommandResult command={command} />
    </li>
  );
};

/** What needs somebody now. Stays in sight on every desk screen until it is owned and over with. */
export const Alarms = () => {
  const escalations = useAll('escalation');
  const alarms = useMemo(() => openAlarms(escalations.values()), [escalations]);
  useSpokenAlarms(alarms);
  const first = firstUnowned(alarms);
  const unowned = alarms.filter(({ ownedBy }) => ownedBy === null).length;
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
        {alarms.length > 0 && (
          <span className={styles.unowned}>{unowned === 0 ? 'all owned' : `${unowned} unowned`}</span>
        )}
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
    </section>
  );
};
