import type { Actor, Fact, Hold, Incident, Instant } from '@concord/domain';
import { minutesBetween, standing } from '@concord/domain';
import type { ReplyOf } from '@concord/contracts';
import type { Store } from '../ports';

type Line = ReplyOf<'refusals'>[number];
type Next = NonNullable<Line['next']>;

const endings: readonly Fact['kind'][] = ['outcome', 'diverted', 'incident-in-error', 'merged-into'];

/** What a fact says became of the search, if it ended it. */
const foundBy = (
  fact: Fact,
  names: ReadonlyMap<string, string>,
): Pick<Next, 'how' | 'placeName'> | undefined => {
  if (fact.kind === 'hold-accepted') return { how: 'accepted', placeName: names.get(fact.placeId) ?? null };
  if (fact.kind === 'outside-accepted') return { how: 'outside', placeName: fact.placeName };
  if (fact.kind === 'arrived') return { how: 'arrived', placeName: fact.placeName };
  return endings.includes(fact.kind) ? { how: 'ended', placeName: null } : undefined;
};

/** Who took the person in the end, or that nobody was needed any more: the first such fact after this refusal. */
const nextAfter = (
  incident: Incident,
  { id, since }: { id: string; since: Instant },
  names: ReadonlyMap<string, string>,
): Line['next'] => {
  const facts = standing(incident.facts);
  const refusal = facts.findIndex((fact) => fact.kind === 'hold-refused' && fact.holdId === id);
  // What the suite had accepted before it refused is not what came next.
  for (const fact of facts.slice(refusal + 1)) {
    const found = foundBy(fact, names);
    if (found)
      return {
        ...found,
        at: fact.happenedAt,
        afterMinutes: Math.round(minutesBetween(since, fact.happenedAt)),
      };
  }
  return null;
};

const reversalOf = ({ facts }: Incident, hold: Hold): Line['reversal'] => {
  const found = facts.find((fact) => fact.kind === 'hold-refusal-reversed' && fact.holdId === hold.id);
  return found?.kind === 'hold-refusal-reversed'
    ? { at: found.happenedAt, by: found.by.name, reason: found.reason }
    : null;
};

/** Whether the search became the suite's by this refusal, and what it did with it. */
const searchAfter = ({ facts }: Incident, { placeId }: Hold, since: Instant): Line['search'] => {
  const own = facts.filter(
    (fact) => 'placeId' in fact && fact.placeId === placeId && fact.happenedAt >= since,
  );
  if (!own.some(({ kind, happenedAt }) => kind === 'search-owed' && happenedAt === since)) return null;
  return own.some(({ kind }) => kind === 'search-handed-back') ? 'handed-back' : 'owed';
};

type Own = Pick<Line, 'incidentId' | 'askedFrom' | 'reversal' | 'search' | 'next'>;

const ownIncident = (
  hold: Hold,
  { incident, since }: { readonly incident: Incident; readonly since: Instant },
  names: ReadonlyMap<string, string>,
): Own => ({
  incidentId: hold.incidentId,
  askedFrom: null,
  reversal: reversalOf(incident, hold),
  search: searchAfter(incident, hold, since),
  next: nextAfter(incident, { id: hold.id, since }, names),
});

/** Of a person of a neighbour's: what our own suite did, by our own rows. The record of it is the neighbour's. */
const neighboursIncident = (hold: Hold, areaName: string, all: readonly Hold[]): Own => {
  const taken = all.find(({ reverses }) => reverses === hold.id);
  return {
    incidentId: null,
    askedFrom: areaName,
    reversal: taken?.answeredAt
      ? { at: taken.answeredAt, by: taken.answeredBy?.name ?? '', reason: '' }
      : null,
    search: null,
    next: null,
  };
};

const lineOf = (
  hold: Hold,
  names: ReadonlyMap<string, string>,
  own: (since: Instant) => Own | undefined,
): Line | undefined => {
  const { answeredAt, answeredBy, refusal } = hold;
  const about = refusal && answeredAt !== null ? own(answeredAt) : undefined;
  if (!refusal || answeredAt === null || !about) return undefined;
  return {
    ...about,
    holdId: hold.id,
    incidentRef: hold.incidentRef,
    placeId: hold.placeId,
    placeName: names.get(hold.placeId) ?? '',
    ...refusal,
    by: answeredBy?.name ?? '',
    askedBy: hold.requestedBy.name,
    askedAt: hold.requestedAt,
    answeredAt,
    tookMinutes: Math.round(minutesBetween(hold.requestedAt, answeredAt)),
  };
};

/**
 * The refusal ledger of an area, newest first: each with its reason and rationale, who asked and who
 * refused, how long it took, whether it was reversed, whose the search then was, and what happened next.
 * What a suite of ours refused a neighbour is in it with the reference and the area, and no more of the person.
 */
export const refusals = async (
  store: Store,
  { areaId }: Actor,
  { from, to }: { from?: Instant | undefined; to?: Instant | undefined },
): Promise<Line[]> => {
  const names = new Map((await store.list(areaId, 'place')).map(({ id, name }) => [id, name]));
  const holds = (await store.list(areaId, 'hold', { state: 'refused' })).filter(
    ({ answeredAt }) => answeredAt !== null && answeredAt >= (from ?? '') && (!to || answeredAt <= to),
  );
  const lent = holds.filter(({ across }) => across?.side === 'lends');
  const again =
    lent.length > 0 ? await store.list(areaId, 'hold', { reverses: lent.map(({ id }) => id) }) : [];
  const about = [...new Set(holds.map(({ incidentId }) => incidentId))];
  const incidents = new Map(
    (about.length > 0 ? await store.list(areaId, 'incident', { id: about }) : []).map((one) => [one.id, one]),
  );
  return holds
    .flatMap((hold) => {
      const { across, incidentId } = hold;
      const incident = incidents.get(incidentId);
      const line = lineOf(hold, names, (since) =>
        across?.side === 'lends'
          ? neighboursIncident(hold, across.areaName, again)
          : incident && ownIncident(hold, { incident, since }, names),
      );
      return line ? [line] : [];
    })
    .sort((a, b) => (a.answeredAt < b.answeredAt ? 1 : -1));
};
