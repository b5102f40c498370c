import type {
  Agency,
  AgeBand,
  Channel,
  Agreement,
  DisputedTimes,
  Duty,
  ClockEvent,
  Place,
  PlaceKind,
  RefusalReason,
} from '@concord/domain';
import { compareTerms, statutoryNames } from '@concord/domain';
import { placeKindWords } from '../beds/place-words';
import { fullTime } from '../time/london';
import { refusalReasonWords } from '../words/codes';
import { clockEventWords } from '../words/clock-events';
import {
  ageWords,
  afterWords,
  beforeEndWords,
  channelsWords,
  dayWords,
  disputedTimesWords,
  dutiesWords,
  freshnessWords,
  inTurnWords,
  ownerQuietWords,
} from './term-words';

/** One difference between two versions, in words. */
export interface ChangeLine {
  /** Its path in the terms. */
  readonly field: string;
  /** Of what: a wait, a legal time, or the agreement as a whole. */
  readonly where: string;
  readonly what: string;
  readonly kind: 'changed' | 'added' | 'removed';
  readonly before: string | null;
  readonly after: string | null;
}

/** What ids stand for. */
export interface Names {
  readonly agencies: readonly Agency[];
  readonly places: ReadonlyMap<string, Place>;
}

type Say = (text: string, names: Names) => string;

const list =
  <Code extends string>(words: (code: Code) => string): Say =>
  (text) =>
    text
      .split(', ')
      .map((code) => words(code as Code))
      .join('; ');
const minutes: Say = (text) => afterWords(Number(text));
const asIs: Say = (text) => text;
const duties: Say = (text) => dutiesWords(text.split(', ') as Duty[]);
const agencies: Say = (text, { agencies: known }) =>
  list<string>((id) => known.find((agency) => agency.id === id)?.name ?? 'an agency no longer here')(text, {
    agencies: known,
    places: new Map(),
  });

const general: Readonly<Record<string, readonly [what: string, say: Say]>> = {
  title: ['Title', asIs],
  parties: ['Parties', agencies],
  effectiveFrom: ['Takes effect', fullTime],
  holdAnswerMinutes: ['A suite answers within', minutes],
  holdArriveMinutes: ['An accepted room is kept for', minutes],
  offerAnswerMinutes: ['An AMHP answers within', minutes],
  'attendance.travelMinutes': ['Nobody is asked who is further away than', minutes],
  'attendance.rest.from': ['An AMHP rests who attended at night: from', asIs],
  'attendance.rest.to': ['An AMHP rests who attended at night: to', asIs],
  'attendance.rest.hours': ['An AMHP rests after a night: hours', asIs],
  'freshness.confirmAfterMinutes': ['A status is confirmed every', minutes],
  'freshness.unknownAfterMinutes': ['Unconfirmed, it is unknown after', minutes],
  'freshness.confirmDuties': [
    freshnessWords.confirmDuties,
    (text) => inTurnWords(text.split(', ') as Duty[]),
  ],
  'freshness.unknownDuties': [
    freshnessWords.unknownDuties,
    (text) => inTurnWords(text.split(', ') as Duty[]),
  ],
  ownerQuietMinutes: ['An alarm is nobody’s again after', (text) => ownerQuietWords(Number(text))],
  'travel.roadFactor': ['Drives: times the straight line', asIs],
  'travel.kmPerHour': ['Drives: km/h', asIs],
  refuserFindsNext: [
    'A suite finds the next place where it refuses for',
    list<RefusalReason>((reason) => refusalReasonWords[reason]),
  ],
  disputedTimes: ['Of two times, agreed clocks take', (code) => disputedTimesWords[code as DisputedTimes]],
};

const facts = list<ClockEvent>((kind) => clockEventWords[kind]);

const ofThreshold: Readonly<Record<string, readonly [what: string, say: Say]>> = {
  clock: ['The wait it is a rule for', asIs],
  label: ['Name', asIs],
  startsOn: ['Starts when', facts],
  stopsOn: ['Stops when', facts],
  resumesOn: ['Goes on when', facts],
  placeKinds: ['Only at', list<PlaceKind>((kind) => placeKindWords[kind])],
  ages: ['For', (age) => ageWords[age as AgeBand]],
  'hours.days': ['Only on', list<string>((day) => dayWords[Number(day) - 1] ?? day)],
  'hours.from': ['Only from', asIs],
  'hours.to': ['Only until', asIs],
  soonAfterMinutes: ['Soon after', minutes],
  dueAfterMinutes: ['Due after', minutes],
  overAfterMinutes: ['Over after', minutes],
};

/** A field that has no words of its own yet is shown by its name: a difference is never left out. */
const unnamed = (field: string): readonly [string, Say] => [field, asIs];

interface Term {
  readonly where: string;
  readonly what: string;
  readonly say: Say;
}

/** A part of a step of a ladder: the step's minute, and which part. */
const STEP = /^(?:thresholds\.[^.]+\.ladder|statutoryLadders\.[^.]+)\.(-?[\d.]+)\.(\w+)$/;

const minuteOf = ({ field }: ChangeLine): number => Number(STEP.exec(field)?.[1]);

/** What is of one thing together, in the order of the terms, and the steps of its ladder last, as they would fire. */
const inOrder = (lines: readonly ChangeLine[]): ChangeLine[] =>
  [...new Set(lines.map(({ where }) => where))].flatMap((where) => {
    const own = lines.filter((line) => line.where === where);
    const fires = (line: ChangeLine) => (line.field.startsWith('statutory') ? -1 : 1) * minuteOf(line);
    return [
      ...own.filter((line) => Number.isNaN(minuteOf(line))),
      ...own.filter((line) => !Number.isNaN(minuteOf(line))).sort((a, b) => fires(a) - fires(b)),
    ];
  });

const ofStep: Readonly<Record<string, readonly [what: string, say: Say]>> = {
  duties: ['', duties],
  agencyId: [': only of', agencies],
  channels: [': first by', (text) => channelsWords(text.split(', ') as Channel[])],
  each: [': how many must take it on', (text) => (text === 'true' ? 'each of them' : 'one of them')],
};

/** Undefined for what another field says already: the minute by which a step is known. */
const termOf = (field: string, versions: readonly Agreement[], { places }: Names): Term | undefined => {
  const [top = '', key = '', ...rest] = field.split('.');
  const inside = rest.join('.');
  const [, minute, part = ''] = STEP.exec(field) ?? [];
  if (inside === 'id' || part === 'afterMinutes' || part === 'minutesBeforeEnd') return undefined;
  const [more, ofPart] = ofStep[part] ?? unnamed(`: ${part}`);
  if (top === 'thresholds') {
    const where = versions.flatMap(({ thresholds }) => thresholds).find(({ id }) => id === key)?.label ?? key;
    if (minute !== undefined) {
      const when = Number(minute) === 0 ? 'at once' : `after ${afterWords(Number(minute))}`;
      return { where, what: `Called ${when}${more}`, say: ofPart };
    }
    const [what, say] = ofThreshold[inside] ?? unnamed(inside);
    return { where, what, say };
  }
  if (top === 'statutoryLadders') {
    const label = key in statutoryNames ? statutoryNames[key as keyof typeof statutoryNames].label : key;
    const what = `Called ${beforeEndWords(Number(minute))}${more}`;
    return { where: `${label} (law): warnings`, what, say: ofPart };
  }
  const where = 'The agreement';
  if (top === 'travel' && key === 'minutes') {
    const to = rest.at(-1) ?? '';
    const from = rest.slice(0, -1).join('.');
    const place = places.get(to)?.name ?? 'a place no longer here';
    return { where, what: `Drive from ${from} to ${place}`, say: minutes };
  }
  const [what, say] = general[field] ?? unnamed(field);
  return { where, what, say };
};

/** A wait that only one of the versions has is one difference, not a dozen. */
const wholeWait = (field: string, before: Agreement, after: Agreement): ChangeLine | undefined => {
  const id = /^thresholds\.([^.]+)\./.exec(field)?.[1];
  if (id === undefined) return undefined;
  const [was, is] = [before, after].map(({ thresholds }) => thresholds.find((one) => one.id === id));
  const only = was && is ? undefined : (was ?? is);
  if (!only) return undefined;
  const words = `due after ${afterWords(only.dueAfterMinutes)}, over after ${afterWords(only.overAfterMinutes)}`;
  return {
    field: `thresholds.${id}`,
    where: only.label,
    what: 'The whole wait',
    kind: is ? 'added' : 'removed',
    before: was ? words : null,
    after: is ? words : null,
  };
};

/** Every difference between two versions, field by field, in the order of the terms. */
export const changeLines = (before: Agreement, after: Agreement, names: Names): ChangeLine[] => {
  const lines = new Map<string, ChangeLine>();
  for (const { field, before: was, after: is } of compareTerms(before, after)) {
    const whole = wholeWait(field, before, after);
    if (whole) {
      lines.set(whole.field, whole);
      continue;
    }
    const term = termOf(field, [after, before], names);
    if (!term) continue;
    const { where, what, say } = term;
    lines.set(field, {
      ...{ field, where, what },
      kind: was === null ? 'added' : is === null ? 'removed' : 'changed',
      before: was === null ? null : say(was, names),
      after: is === null ? null : say(is, names),
    });
  }
  return inOrder([...lines.values()]);
};
