import type { Escalation, Place } from '@concord/domain';
import { hasOwned, hasSilenced, isInHand, isSnoozed, mayOwn, maySnooze, outstanding } from '@concord/domain';
import { useState } from 'react';
import { useMayCall, useSession } from '../app/session';
import { useCommand } from '../commands';
import { Badge } from '../kit/badge';
import { Button } from '../kit/button';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { useAgreement } from '../live/agreement-in-force';
import { useAll, useNow } from '../live/live-context';
import { hourMinute } from '../time/london';
import { hoursMinutesSeconds } from '../time/span';
import { badgeText } from '../words/clock-words';
import { dutyWords } from '../words/codes';
import { clockOfAlarm, lateBy } from './alarm-order';
import styles from './alarms.module.css';
import { PlaceAlarm, unknownAt } from './place-alarm';
import { SnoozeForm } from './snooze-form';

/** The incident's reference, or the place's name. */
export const aboutOf = ({ incidentRef, placeId }: Escalation, places: ReadonlyMap<string, Place>): string =>
  incidentRef ?? places.get(placeId ?? '')?.name ?? 'A place';

/** Who was called, and for what there was nobody. */
const Called = ({ alarm }: { readonly alarm: Escalation }) => {
  const last = alarm.steps.at(-1);
  const called = last?.called.map(({ who }) => who.name).join(', ');
  return (
    <span className={styles.called}>
      {called && !alarm.ownedBy ? ` called ${called}` : ''}
      {last &&
        last.nobodyFor.length > 0 &&
        ` nobody on call: ${last.nobodyFor.map((duty) => dutyWords[duty]).join(', ')}`}
    </span>
  );
};

/** Who has it, who is still to say so, who has it no more, and at whose desk it is quiet. */
const InWhoseHands = ({ alarm }: { readonly alarm: Escalation }) => {
  const now = useNow();
  const awaited = outstanding(alarm);
  const quiet = alarm.goneQuiet.at(-1);
  const said = [
    alarm.ownedBy &&
      `${alarm.ownedBy.name} has it${alarm.ownedAt ? ` since ${hourMinute(alarm.ownedAt)}` : ''}`,
    alarm.acknowledgements.length > 0 &&
      awaited.length > 0 &&
      `still to say so: ${awaited.map(({ name }) => name).join(', ')}`,
    !alarm.ownedBy && quiet && `${quiet.who.name} had it, nothing heard since ${hourMinute(quiet.since)}`,
    isSnoozed(alarm, now) &&
      alarm.snooze &&
      `aside until ${hourMinute(alarm.snooze.until)}, ${alarm.snooze.by.name}: ${alarm.snooze.why}`,
    !isInHand(alarm) &&
      alarm.silences.length > 0 &&
      `silenced by ${alarm.silences.map(({ who }) => who.name).join(', ')}, owned by nobody for it`,
  ].filter((words) => typeof words === 'string');
  return said.length === 0 ? null : <p className={styles.owned}>{said.join(' · ')}</p>;
};

const Acts = ({
  alarm,
  about,
  first,
}: {
  readonly alarm: Escalation;
  readonly about: string;
  readonly first: boolean;
}) => {
  const mayCall = useMayCall();
  const { me } = useSession();
  const now = useNow();
  const [snoozing, setSnoozing] = useState(false);
  const own = useCommand('ownEscalation', `${about}: yours`);
  const silence = useCommand('silenceEscalation', `${about}: silent at your desk, still nobody’s`);
  const unheard = !isInHand(alarm) && !hasSilenced(alarm, me.userId);
  const mayWait = maySnooze(alarm) && !isInHand(alarm);
  const named = <span className="visually-hidden">{` ${about}`}</span>;
  const seen = { seenRevision: alarm.revision };
  return (
    <>
      {mayOwn(alarm, me.userId) && mayCall('ownEscalation') && (
        <CommandButton
          command={own}
          shortcut={first ? 'O' : undefined}
          onPress={() => own.send({ escalationId: alarm.id }, seen)}
        >
          {hasOwned(alarm, me.userId) ? 'Still mine' : 'Own'}
          {named}
        </CommandButton>
      )}
      {unheard && mayCall('silenceEscalation') && (
        <CommandButton
          command={silence}
          shortcut={first ? 'S' : undefined}
          onPress={() => silence.send({ escalationId: alarm.id }, seen)}
        >
          Silence
          {named}
        </CommandButton>
      )}
      {mayWait && !isSnoozed(alarm, now) && mayCall('snoozeEscalation') && (
        <Button
          shortcut={first ? 'Z' : undefined}
          aria-expanded={snoozing}
          onClick={() => setSnoozing(!snoozing)}
        >
          Snooze
          {named}
        </Button>
      )}
      <CommandResult command={own} />
      <CommandResult command={silence} />
      {snoozing && <SnoozeForm alarm={alarm} about={about} onDone={() => setSnoozing(false)} />}
    </>
  );
};

/** One open alarm: what it is about, who was called, who has it, and what can be done about it here. */
export const Alarm = ({ alarm, first }: { readonly alarm: Escalation; readonly first: boolean }) => {
  const incident = useAll('incident').get(alarm.incidentId ?? '');
  const places = useAll('place');
  const alternatives = useAll('alternative');
  const place = places.get(alarm.placeId ?? '') ?? alternatives.get(alarm.placeId ?? '');
  const agreement = useAll('agreement').get(incident?.agreementId ?? '');
  const inForce = useAgreement();
  const now = useNow();
  const endsAt = place ? unknownAt(alarm, inForce) : clockOfAlarm(alarm, incident, agreement)?.endsAt;
  const late = lateBy(alarm);
  return (
    <li className={styles.alarm} data-level={alarm.level} data-testid="alarm">
      <Badge tone={alarm.level}>
        {endsAt ? badgeText(alarm.level, endsAt, now) : alarm.level.toUpperCase()}
      </Badge>
      <div className={styles.what}>
        {place ? (
          <PlaceAlarm alarm={alarm} place={place} />
        ) : (
          <>
            <strong>{alarm.incidentRef}</strong> {alarm.clock.label}
          </>
        )}
        {alarm.clock.kind === 'statutory' && ' (law)'}
        {alarm.nobodyReachedAt !== null && (
          <strong className={styles.unreached}>
            NOBODY REACHED since {hourMinute(alarm.nobodyReachedAt)}: ring them yourself
          </strong>
        )}
        <Called alarm={alarm} />
        {late !== undefined && (
          <span className={styles.late}>late by {hoursMinutesSeconds(late * 1000)}</span>
        )}
        <InWhoseHands alarm={alarm} />
      </div>
      <Acts alarm={alarm} about={`${aboutOf(alarm, places)}, ${alarm.clock.label}`} first={first} />
    </li>
  );
};
