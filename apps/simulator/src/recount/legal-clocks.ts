import type { Fact, FactKind, StatutoryKind } from '@concord/domain';
import { disputesOn } from './agreed-time';
import type { Account, Line } from './account';
import { ms } from './account';
import { childAfterAll } from './childhood';
import { detainedStages } from './stages';

/** One legal clock that runs, and for how long. */
export interface LegalRun {
  readonly kind: StatutoryKind;
  readonly root: string;
  readonly start: number;
  readonly end: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

type Kept<Kind extends FactKind> = Line & { readonly fact: Extract<Fact, { kind: Kind }> };

const every = <Kind extends FactKind>({ lines }: Account, ...kinds: Kind[]): Kept<Kind>[] =>
  lines.filter((line): line is Kept<Kind> => (kinds as FactKind[]).includes(line.fact.kind));

const first = <Kind extends FactKind>(account: Account, ...kinds: Kind[]): Kept<Kind> | undefined =>
  every(account, ...kinds)[0];

const last = <Kind extends FactKind>(account: Account, ...kinds: Kind[]): Kept<Kind> | undefined =>
  every(account, ...kinds).at(-1);

interface Reading {
  readonly root: string;
  readonly start: number;
}

const readingOf = (line: Line): Reading => ({ root: line.root, start: ms(line.fact.happenedAt) });

/** The fact from which the Act counts: the arrival of somebody removed, the decision or the entry for somebody kept. */
const recorded = (account: Account, detained: Kept<'detained'>): Line | undefined => {
  switch (detained.fact.power) {
    case 's136-kept':
      return detained;
    case 's135-1-kept':
      return first(account, 'warrant-entered');
    case 's136-removed':
    case 's135-1-removed':
      return first(account, 'arrived');
    case 's135-2':
      return undefined;
  }
};

/** Every start that is claimed. The earliest counts, until those who answer for it have adopted one. */
const governing = (account: Account): Reading | undefined => {
  const detained = first(account, 'detained');
  if (!detained || detained.fact.power === 's135-2') return undefined;
  const own = recorded(account, detained);
  const readings: Reading[] = own ? [readingOf(own)] : [];
  for (const { fact, root } of own ? disputesOn(account, own) : []) {
    const start = fact.kind === 'disputed' ? ms(fact.saysAt) : NaN;
    if (start !== ms(own?.fact.happenedAt ?? '')) readings.push({ root, start });
  }
  readings.push(...every(account, 'start-contested').map(readingOf));
  const adopted = last(account, 'reading-adopted');
  const earliest = readings.reduce<Reading | undefined>(
    (best, one) => (best && best.start <= one.start ? best : one),
    undefined,
  );
  const named = adopted && account.rootOf(adopted.fact.startFactId);
  return readings.filter(({ root }) => root === named).sort((a, b) => a.start - b.start)[0] ?? earliest;
};

/** In time, for the person's condition; of two merged records the one that gave more; twelve hours at most. */
const extended = (account: Account, start: number): number => {
  const given: Record<string, number> = {};
  for (const { fact } of every(account, 'extended')) {
    if (fact.ground !== 'persons-condition' || ms(fact.happenedAt) >= start + DAY) continue;
    const record = fact.mergedFrom?.incidentId ?? '';
    given[record] = (given[record] ?? 0) + fact.minutes * MINUTE;
  }
  return Math.min(12 * 60 * MINUTE, Math.max(0, ...Object.values(given)));
};

const permitted = (account: Account): LegalRun | undefined => {
  const reading = governing(account);
  if (!reading) return undefined;
  const end = reading.start + DAY + extended(account, reading.start);
  return { kind: 's136-permitted-period', ...reading, end };
};

const from = (kind: StatutoryKind, line: Line, minutes: number, notBefore = -Infinity): LegalRun => {
  const start = Math.max(ms(line.fact.happenedAt), notBefore);
  return { kind, root: line.root, start, end: start + minutes * MINUTE };
};

/** A day from the escape, and never past the permitted period. */
const retaking = (account: Account): LegalRun[] => {
  const escape = last(account, 'absconded', 'retaken', 'outcome');
  if (escape?.fact.kind !== 'absconded') return [];
  const run = from('retake', escape, 24 * 60);
  return [{ ...run, end: Math.min(run.end, permitted(account)?.end ?? Infinity) }];
};

const present = (account: Account): Kept<'arrived'> | undefined => {
  const here = last(account, 'arrived', 'conveyance-started', 'absconded', 'outcome', 'incident-in-error');
  return here?.fact.kind === 'arrived' ? (here as Kept<'arrived'>) : undefined;
};

/** Counted from the arrival, or from the decision to keep somebody who was there already. */
const atStation = (account: Account, arrival: Kept<'arrived'>, detainedAt: number): LegalRun[] => {
  const begun = Math.max(ms(arrival.fact.happenedAt), detainedAt);
  const since = ({ fact }: Line) => ms(fact.happenedAt) >= begun;
  const check = every(account, 'station-check').filter(since).at(-1);
  const review = every(account, 'station-review').filter(since).at(-1);
  if (review?.fact.conditionsStillMet === false) {
    return [from('station-check', check ?? arrival, 30, begun), from('station-conditions-ceased', review, 0)];
  }
  const within = review?.fact.nextWithinMinutes ?? 60;
  return [
    from('station-check', check ?? arrival, 30, begun),
    from('station-review', review ?? arrival, within, begun),
  ];
};

const inDwelling = (account: Account, arrival: Kept<'arrived'>): LegalRun[] => {
  const withdrawn = last(account, 'consent-withdrawn');
  return withdrawn && ms(withdrawn.fact.happenedAt) >= ms(arrival.fact.happenedAt)
    ? [from('dwelling-consent-withdrawn', withdrawn, 0)]
    : [];
};

const atPlace = (account: Account, detainedAt: number): LegalRun[] => {
  const arrival = present(account);
  if (arrival?.fact.placeKind === 'police-station') return atStation(account, arrival, detainedAt);
  return arrival?.fact.placeKind === 'dwelling' ? inDwelling(account, arrival) : [];
};

/** It allows no time at all: it is over as soon as it starts. */
const underAge = (account: Account, facts: readonly Fact[], detainedAt: number): LegalRun[] => {
  const word = childAfterAll(account, facts, detainedAt);
  return word ? [from('under-18', word, 0, detainedAt)] : [];
};

/** Every legal clock that runs on these facts: the permitted period to the outcome, the others while somebody is detained. */
export const legalRuns = (account: Account, facts: readonly Fact[]): LegalRun[] => {
  const ended = first(account, 'outcome', 'incident-in-error', 'merged-into') !== undefined;
  const period = ended ? undefined : permitted(account);
  const detained = first(account, 'detained');
  if (!detained || !detainedStages.includes(account.stage)) return period ? [period] : [];
  const detainedAt = ms(detained.fact.happenedAt);
  return [
    ...(period ? [period] : []),
    ...retaking(account),
    ...atPlace(account, detainedAt),
    ...underAge(account, facts, detainedAt),
  ];
};
