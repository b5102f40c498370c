import type { StatutoryKind } from '../law/statutory-clocks';
import { longestClock, statutoryNames } from '../law/statutory-clocks';
import type { Duty } from '../duty';
import { alarmDuties, ownPlacesDuties } from '../duty';
import { clockName } from '../escalation/deadline';
import { STATUS_CLOCK } from '../place/status-clock';
import type {
  AgreedAttendance,
  AgreedFreshness,
  AgreedThreshold,
  AgreementTerms,
  LadderStep,
  StepCalls,
} from './agreement';
import type { FieldFault } from '../refusal';
import { longestWait, neverStops } from './never-comes';
import { compete } from './rule-choice';
import type { ClockEvent } from './clock-event';

const fault = (field: string, message: string): FieldFault => ({ field, message });

const inOrder = (minutes: readonly number[]): boolean =>
  minutes.every((m, i) => i === 0 || (minutes[i - 1] ?? 0) <= m);

/** Where something is named a second time. */
const repeats = <Value>(values: readonly Value[]): number[] =>
  values.flatMap((value, i) => (values.indexOf(value) < i ? [i] : []));

/** A duty that nobody real holds, and one named twice. */
const dutyFaults = (field: string, name: string, duties: readonly Duty[]): FieldFault[] => [
  ...(duties.includes('demo') ? [fault(field, `${name}: nobody real has the duty of the demo`)] : []),
  ...(repeats(duties).length > 0 ? [fault(field, `${name}: one duty is named twice`)] : []),
];

const callFaults = (field: string, name: string, { duties, channels = [] }: StepCalls): FieldFault[] => [
  ...dutyFaults(`${field}.duties`, name, duties),
  ...(repeats(channels).length > 0
    ? [fault(`${field}.channels`, `${name}: one channel is named twice`)]
    : []),
];

const ladderFaults = (field: string, name: string, ladder: readonly LadderStep[]): FieldFault[] => {
  const minutes = ladder.map((step) => step.afterMinutes);
  return [
    ...(inOrder(minutes) ? [] : [fault(field, `${name}: the ladder must rise`)]),
    ...(new Set(minutes).size === minutes.length ? [] : [fault(field, `${name}: two steps at one minute`)]),
    ...(ladder.every((step) => step.duties.length > 0)
      ? []
      : [fault(field, `${name}: a step that calls nobody`)]),
    ...ladder.flatMap((step, i) => callFaults(`${field}.${i}`, name, step)),
  ];
};

const hasStepAt = (ladder: readonly LadderStep[], minutes: number): boolean =>
  ladder.some((step) => step.afterMinutes === minutes && step.duties.length > 0);

/** After these nobody waits for anything: what they started would have stopped as it began. */
const shutting: readonly ClockEvent[] = [
  'closed',
  'diverted',
  'incident-in-error',
  'merged-into',
  'recorded-in-error',
];

const thresholdFaults = (
  threshold: AgreedThreshold,
  at: string,
  agreed: Pick<AgreementTerms, 'holdAnswerMinutes'>,
): FieldFault[] => {
  const { id, soonAfterMinutes, dueAfterMinutes, overAfterMinutes, ladder } = threshold;
  const { stopsOn, startsOn, resumesOn, hours } = threshold;
  const longest = longestWait(threshold, agreed);
  const wrong = (is: boolean, field: string, message: string) =>
    is ? [fault(`${at}.${field}`, `${id}: ${message}`)] : [];
  return [
    ...wrong(
      !inOrder([soonAfterMinutes, dueAfterMinutes, overAfterMinutes]),
      'overAfterMinutes',
      'soon, due and over must rise',
    ),
    ...wrong(overAfterMinutes <= 0, 'overAfterMinutes', 'it would be over as it starts'),
    ...(['dueAfterMinutes', 'overAfterMinutes'] as const).flatMap((field) =>
      wrong(
        threshold[field] > longest,
        field,
        `a hold not answered lapses after ${longest} minutes at the longest, so that ${threshold[field]} never come`,
      ),
    ),
    ...wrong(!hasStepAt(ladder, dueAfterMinutes), 'ladder', 'nobody is called when it is due'),
    ...wrong(!hasStepAt(ladder, overAfterMinutes), 'ladder', 'nobody is called when it is over'),
    ...wrong(stopsOn.length === 0, 'stopsOn', 'nothing stops it'),
    // A search passes from the suite that owes it to the next that refuses: each has a clock of its own.
    ...wrong(
      stopsOn.includes(startsOn) && startsOn !== 'search-owed',
      'stopsOn',
      'it would stop as it starts',
    ),
    ...wrong(
      neverStops(threshold),
      'stopsOn',
      `nothing stops it: what is named can only come before its start (${stopsOn.join(', ')})`,
    ),
    ...wrong(shutting.includes(startsOn), 'startsOn', 'nothing is waited for once the record is shut'),
    ...wrong(
      resumesOn.some((event) => stopsOn.includes(event)),
      'resumesOn',
      'one thing would both stop it and let it go on',
    ),
    ...wrong(resumesOn.includes(startsOn), 'resumesOn', 'what starts it cannot also let it go on'),
    ...wrong(hours?.days.length === 0, 'hours', 'hours on no day'),
    ...wrong(
      threshold.placeKinds.length > 0 && startsOn !== 'arrived',
      'placeKinds',
      'only an arrival is at a kind of place',
    ),
    ...ladderFaults(`${at}.ladder`, id, ladder),
  ];
};

/** Two rules of one wait that could both govern, and two that share a name, or the label of another wait. */
const rivalFaults = (thresholds: readonly AgreedThreshold[]): FieldFault[] =>
  thresholds.flatMap((rule, i) => [
    ...(rule.id === clockName(STATUS_CLOCK)
      ? [fault(`thresholds.${i}.id`, 'a threshold has the name of the clock on places')]
      : []),
    ...(thresholds.slice(0, i).some(({ label, clock }) => label === rule.label && clock !== rule.clock)
      ? [fault(`thresholds.${i}.label`, `${rule.id}: another wait has this label`)]
      : []),
    ...thresholds
      .slice(0, i)
      .flatMap((other) => [
        ...(rule.id === other.id ? [fault(`thresholds.${i}.id`, 'two thresholds have one id')] : []),
        ...(compete(rule, other)
          ? [
              fault(
                `thresholds.${i}.clock`,
                `${rule.id} and ${other.id}: either could govern, and neither is more specific`,
              ),
            ]
          : []),
      ]),
  ]);

const statutoryFaults = ({ statutoryLadders }: AgreementTerms): FieldFault[] =>
  Object.entries(statutoryNames).flatMap(([kind, { label }]) => {
    const ladder = statutoryLadders[kind as StatutoryKind];
    const field = `statutoryLadders.${kind}`;
    const called = ladder.some(({ minutesBeforeEnd, duties }) => minutesBeforeEnd === 0 && duties.length > 0);
    return [
      ...ladder.flatMap(({ minutesBeforeEnd }, i) =>
        minutesBeforeEnd > 0 && minutesBeforeEnd >= longestClock[kind as StatutoryKind]
          ? [fault(`${field}.${i}.minutesBeforeEnd`, `${label}: a step before the limit begins`)]
          : [],
      ),
      ...(called ? [] : [fault(field, `${label}: nobody is called when it ends`)]),
      ...ladderFaults(
        field,
        label,
        ladder.map(({ minutesBeforeEnd, ...calls }) => ({ ...calls, afterMinutes: -minutesBeforeEnd })),
      ),
    ];
  });

interface NamedStep {
  readonly field: string;
  /** Of the wait or the legal clock whose ladder it is on. */
  readonly name: string;
  readonly calls: StepCalls;
}

/** Every step of every ladder, of waits and of legal clocks. */
const stepsOf = ({ thresholds, statutoryLadders }: AgreementTerms): NamedStep[] => {
  const named = (field: string, name: string, ladder: readonly StepCalls[]): NamedStep[] =>
    ladder.map((calls, step) => ({ field: `${field}.${step}`, name, calls }));
  return [
    ...thresholds.flatMap(({ id, ladder }, i) => named(`thresholds.${i}.ladder`, id, ladder)),
    ...Object.entries(statutoryLadders).flatMap(([kind, ladder]) =>
      named(`statutoryLadders.${kind}`, statutoryNames[kind as StatutoryKind].label, ladder),
    ),
  ];
};

/** A step may call only people of an agency that has agreed to it. */
const partyFaults = (terms: AgreementTerms): FieldFault[] => [
  ...repeats(terms.parties).map((i) => fault(`parties.${i}`, 'one party is named twice')),
  ...stepsOf(terms).flatMap(({ field, name, calls: { agencyId } }) =>
    agencyId === undefined || terms.parties.includes(agencyId)
      ? []
      : [fault(`${field}.agencyId`, `${name}: a step calls an agency that is not a party`)],
  ),
];

const dutyList = (duties: readonly Duty[]): string =>
  duties.map((duty) => duty.replace(/-/g, ' ')).join(', ');

/** A step that calls only people who are never called about an incident calls nobody. */
const uncalledFaults = (terms: AgreementTerms): FieldFault[] =>
  stepsOf(terms).flatMap(({ field, name, calls: { duties } }) =>
    duties.length > 0 && duties.every((duty) => ownPlacesDuties.includes(duty))
      ? [
          fault(
            `${field}.duties`,
            `${name}: a step calls only those who are called about their own places, never about an incident: ${dutyList(duties)}`,
          ),
        ]
      : [],
  );

/** A step can ask each of those called to say that they have it only where they can: they see the alarm. */
const eachFaults = (terms: AgreementTerms): FieldFault[] =>
  stepsOf(terms).flatMap(({ field, name, calls: { each, duties } }) => {
    const blind = each ? duties.filter((duty) => !alarmDuties.includes(duty)) : [];
    const message = `${name}: each of those called must say that they have it, and these see no such alarm: ${dutyList(blind)}`;
    return blind.length === 0 ? [] : [fault(`${field}.each`, message)];
  });

const freshnessFaults = (rule: AgreedFreshness): FieldFault[] => {
  const { confirmAfterMinutes, unknownAfterMinutes, confirmDuties, unknownDuties } = rule;
  const wrong = (is: boolean, field: string, message: string) =>
    is ? [fault(`freshness.${field}`, `freshness: ${message}`)] : [];
  return [
    ...wrong(
      confirmAfterMinutes <= 0 || unknownAfterMinutes <= 0,
      'confirmAfterMinutes',
      'a value is believed for no time at all',
    ),
    ...wrong(
      unknownAfterMinutes < confirmAfterMinutes,
      'unknownAfterMinutes',
      'a value cannot become unknown before it is due to be confirmed',
    ),
    ...wrong(confirmDuties.length === 0, 'confirmDuties', 'nobody is asked to confirm a status'),
    ...wrong(unknownDuties.length === 0, 'unknownDuties', 'nobody is told that a status is unknown'),
    ...dutyFaults('freshness.confirmDuties', 'freshness', confirmDuties),
    ...dutyFaults('freshness.unknownDuties', 'freshness', unknownDuties),
  ];
};

/** A search that becomes the refusing suite's own must not wait for ever: some threshold runs on it. */
const searchFaults = ({ refuserFindsNext, thresholds }: AgreementTerms): FieldFault[] =>
  refuserFindsNext.length === 0 || thresholds.some(({ startsOn }) => startsOn === 'search-owed')
    ? []
    : [
        fault(
          'refuserFindsNext',
          'a suite that refuses is to find the next place, but no threshold starts when it owes that search',
        ),
      ];

const attendanceFaults = ({ travelMinutes, rest }: AgreedAttendance): FieldFault[] => [
  ...(travelMinutes !== null && travelMinutes <= 0
    ? [fault('attendance.travelMinutes', 'nobody could be asked: no time at all is allowed to get there')]
    : []),
  ...(rest !== null && rest.hours <= 0
    ? [fault('attendance.rest.hours', 'the rest after a night is no time at all')]
    : []),
  ...(rest !== null && rest.from === rest.to
    ? [fault('attendance.rest.to', 'a night that ends when it begins is every hour of every day')]
    : []),
];

/**
 * What is impossible about an agreement, each by its path into the terms; empty when nothing is. The breach of every threshold, and the
 * end of every statutory limit, must call somebody at that very minute, what is agreed must be able to come,
 * and of the rules for one wait it must always be clear which governs.
 */
export const agreementFaults = (terms: AgreementTerms): FieldFault[] => [
  ...terms.thresholds.flatMap((threshold, i) => thresholdFaults(threshold, `thresholds.${i}`, terms)),
  ...rivalFaults(terms.thresholds),
  ...statutoryFaults(terms),
  ...partyFaults(terms),
  ...uncalledFaults(terms),
  ...eachFaults(terms),
  ...(terms.ownerQuietMinutes !== null && terms.ownerQuietMinutes <= 0
    ? [fault('ownerQuietMinutes', 'an owner is given no time at all')]
    : []),
  ...searchFaults(terms),
  ...freshnessFaults(terms.freshness),
  ...attendanceFaults(terms.attendance),
];
