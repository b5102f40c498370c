import type {
  AgreedAttendance,
  Agency,
  Channel,
  StepCalls,
  AgreedThreshold,
  DisputedTimes,
  Duty,
  Hours,
  PlaceKind,
  RefusalReason,
  StatutoryKind,
} from '@concord/domain';
import { LONGEST_EXTENSION_MINUTES, PERMITTED_PERIOD_MINUTES, statutoryNames } from '@concord/domain';
import { countedFrom } from '../words/clock-words';
import { channelWords } from '../words/channels';
import { dutyWords, refusalReasonWords } from '../words/codes';
import { spanWords } from '../words/line';

export const disputedTimesWords: Readonly<Record<DisputedTimes, string>> = {
  earliest: 'The earlier of the two',
  latest: 'The later of the two',
  police: 'What the police say',
  health: 'What health says',
};

export const freshnessWords = {
  confirmDuties: 'Asked to confirm a status, the first of these who is on',
  unknownDuties: 'Told that a status is unknown, the first of these who is on',
} as const;

/** Whom a step calls and how: "Duty inspector of Harrowdale Police, by text, and each must take it on". */
export const stepWords = (
  { duties, agencyId, channels, each }: StepCalls,
  agencies: readonly Agency[],
): string => {
  const agency = agencies.find(({ id }) => id === agencyId)?.name ?? 'an agency no longer here';
  return [
    dutiesWords(duties),
    agencyId && ` of ${agency}`,
    channels && `, first by ${channelsWords(channels)}`,
    each && ', and each of them must take it on',
  ]
    .filter(Boolean)
    .join('');
};

export const channelsWords = (channels: readonly Channel[]): string =>
  channels.map((channel) => channelWords[channel].toLowerCase()).join(' or ');

/** When an owner who is not heard of has an alarm no more. */
export const ownerQuietWords = (minutes: number | null): string =>
  minutes === null ? 'never: whoever took it on has it' : `${spanWords(minutes)} without a word of its owner`;

/** How far an AMHP is sent. */
export const reachWords = ({ travelMinutes }: AgreedAttendance): string =>
  travelMinutes === null ? 'any distance' : `${spanWords(travelMinutes)} by road`;

/** When whoever attended at night is left to rest. */
export const restWords = ({ rest }: AgreedAttendance): string =>
  rest === null
    ? 'nothing agreed'
    : `${rest.hours} hours after an attendance that touched ${rest.from} to ${rest.to}`;

/** "Suite nurse, then On-call manager": of whom the first who is on is called. */
export const inTurnWords = (duties: readonly Duty[]): string =>
  duties.map((duty) => dutyWords[duty]).join(', then ') || 'Nobody';

/** For which refusals the suite itself finds the next place. */
export const refuserWords = (reasons: readonly RefusalReason[]): string =>
  reasons.map((reason) => refusalReasonWords[reason].toLowerCase()).join(', ') ||
  'nothing: the control room finds it';

export const ageWords = { adults: 'Adults', 'under-18s': 'Under 18', 'any-age': 'Any age' } as const;

export const dayWords = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

const atWords: Readonly<Record<PlaceKind, string>> = {
  suite: 'a suite',
  'emergency-department': 'an emergency department',
  'police-station': 'a police station',
  dwelling: 'a dwelling',
  other: 'another place',
};

/** "Control room and Duty inspector". */
export const dutiesWords = (duties: readonly Duty[]): string =>
  duties.map((duty) => dutyWords[duty]).join(duties.length > 2 ? ', ' : ' and ') || 'Nobody';

/** "Mon Tue 22:00 to 06:00, over midnight". */
export const hoursWords = ({ days, from, to }: Hours): string =>
  `${days.map((day) => dayWords[day - 1]).join(' ')} ${from} to ${to}${to <= from ? ', over midnight' : ''}`;

/** For whom, where and when a rule holds: "Only at a suite, under 18, starting Sat Sun 22:00 to 06:00", or everybody. */
export const forWhomWords = ({
  placeKinds,
  ages,
  hours,
}: Pick<AgreedThreshold, 'placeKinds' | 'ages' | 'hours'>): string => {
  const said = [
    ...(placeKinds.length > 0 ? [`at ${placeKinds.map((kind) => atWords[kind]).join(' or ')}`] : []),
    ...(ages === 'any-age' ? [] : [ageWords[ages].toLowerCase()]),
    ...(hours ? [`starting ${hoursWords(hours)}`] : []),
  ];
  return said.length > 0 ? `Only ${said.join(', ')}` : 'Everybody, everywhere, at any hour';
};

/** "55 min", "1 h 30 min". */
export const afterWords = (minutes: number): string => (minutes === 0 ? 'at once' : spanWords(minutes));

/** "12 h before the end", "at the end", "15 min after it". */
export const beforeEndWords = (minutes: number): string => {
  if (minutes === 0) return 'at the end';
  return minutes > 0 ? `${spanWords(minutes)} before the end` : `${spanWords(-minutes)} after the end`;
};

/** How long the law gives and from when, in words: nobody agrees this, and nothing here changes it. */
export const lengthInLaw = (kind: StatutoryKind): string =>
  kind === 's136-permitted-period'
    ? `${spanWords(PERMITTED_PERIOD_MINUTES)} from arrival at the first place of safety; the doctor responsible may extend it by up to ${spanWords(LONGEST_EXTENSION_MINUTES)}`
    : countedFrom[kind];

/** The Act or regulation behind a legal time. */
export const lawBehind = (kind: StatutoryKind): string => statutoryNames[kind].rule;
