import type { Fact, FactKind, FactOf } from '../incident/fact';
import { rootOf, standing } from '../incident/history';
import type { Incident } from '../incident/incident';
import type { IncidentState } from '../incident/incident-moves';
import { underDetention } from '../incident/incident-moves';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';
import type { Alternative, Expected } from './alternative';

type Referred = FactOf<'referred'>;

const goesThere = (referred: Referred, { to, alternativeId }: FactOf<'diverted'>): boolean =>
  alternativeId === undefined ? to === referred.alternativeKind : alternativeId === referred.alternativeId;

/** Those whom these facts still send somewhere: not answered for, and nothing since has made it void. */
const stillReferred = (facts: readonly Fact[]): Referred[] => {
  let live: Referred[] = [];
  for (const fact of standing(facts)) {
    switch (fact.kind) {
      case 'referred':
        live.push(fact);
        break;
      case 'referral-answered':
        if (fact.answer !== 'expected')
          live = live.filter((referred) => rootOf(facts, referred) !== fact.referralId);
        break;
      case 'diverted':
        live = live.filter((referred) => goesThere(referred, fact));
        break;
      // Somebody detained is taken to a place of safety, which this is not.
      case 'detained':
      case 'incident-in-error':
      case 'merged-into':
        live = [];
        break;
      default:
    }
  }
  return live;
};

const promisedBy = (facts: readonly Fact[], referralId: string): string | null =>
  standing(facts).findLast(
    (fact): fact is FactOf<'referral-answered'> =>
      fact.kind === 'referral-answered' && fact.referralId === referralId && fact.answer === 'expected',
  )?.by.name ?? null;

/**
 * Whom an incident sends to which alternative, as its facts now stand: each referral until they have come, were
 * turned away or did not come, were detained after all, or went elsewhere.
 */
export const expectedFrom = ({
  id,
  ref,
  facts,
}: Pick<Incident, 'id' | 'ref' | 'facts'>): ReadonlyMap<string, readonly Omit<Expected, 'uncounted'>[]> => {
  const expected = new Map<string, Omit<Expected, 'uncounted'>[]>();
  for (const referred of stillReferred(facts)) {
    const referralId = rootOf(facts, referred);
    const one = {
      referralId,
      incidentId: id,
      incidentRef: ref,
      referredAt: referred.happenedAt,
      by: referred.by,
      how: referred.how,
      acceptedBy: promisedBy(facts, referralId) ?? referred.acceptedBy ?? null,
    };
    expected.set(referred.alternativeId, [...(expected.get(referred.alternativeId) ?? []), one]);
  }
  return expected;
};

const same = (a: readonly Expected[], b: readonly Expected[]): boolean =>
  a.length === b.length &&
  a.every((one, i) => {
    const other = b[i];
    return (
      other?.referralId === one.referralId &&
      other.referredAt === one.referredAt &&
      other.acceptedBy === one.acceptedBy &&
      other.how === one.how
    );
  });

/** The alternative with those whom this incident now sends it, in the order in which they were sent; itself if unchanged. */
export const expecting = (at: Alternative, incident: Incident): Alternative => {
  const known = new Map(at.expected.map((expected) => [expected.referralId, expected]));
  const theirs = (expectedFrom(incident).get(at.id) ?? []).map((expected): Expected => ({
    ...expected,
    uncounted: known.get(expected.referralId)?.uncounted ?? at.places !== null,
  }));
  const others = at.expected.filter(({ incidentId }) => incidentId !== incident.id);
  const all = [...others, ...theirs].sort((a, b) => (a.referredAt < b.referredAt ? -1 : 1));
  return same(all, at.expected) ? at : { ...at, expected: all };
};

/** What an alternative answered last, by its id: a refusal of this person is not asked for again. */
export const declinedBy = (facts: readonly Fact[]): ReadonlyMap<string, string> => {
  const declined = new Map<string, string>();
  for (const fact of standing(facts)) {
    if (fact.kind !== 'referral-answered') continue;
    if (fact.answer === 'declined') declined.set(fact.alternativeId, fact.reason);
    else declined.delete(fact.alternativeId);
  }
  return declined;
};

/**
 * Somebody detained must be at a place of safety until they are released (MHA 1983 s136(1), (2); s135(6) names
 * the places): `unlawful`, and undefined of anything else.
 */
export const notWhileDetained = (
  fact: Fact,
  details: { readonly state: IncidentState; readonly allowed: readonly FactKind[] },
): Refusal | undefined =>
  fact.kind === 'referred' && underDetention.includes(details.state)
    ? refuse(
        'unlawful',
        `${fact.alternativeName} is not a place of safety. Somebody detained must be at one until they are released: record how the detention ended, then refer them.`,
        { rule: 'Mental Health Act 1983 s135(6), s136(1)-(2)', details },
      )
    : undefined;

/** What nobody may be recorded as having been taken to under these powers: `unlawful`. */
export const notAPlaceOfSafety = ({ name }: Pick<Alternative, 'name'>, field: string): Refusal =>
  refuse(
    'unlawful',
    `${name} is not a place of safety: nobody is detained there, held a room there or taken there under section 136. Refer them instead, while they are not detained.`,
    { rule: 'Mental Health Act 1983 s135(6), s136(1)-(2)', details: { field } },
  );
