import type { Actor, Hold, HoldState, Incident, Instant, PersonIdentity, Refusal } from '@concord/domain';
import {
  holdIsLiveAt,
  isSamePerson,
  lastOf,
  liveHoldStates,
  outsidePlace,
  refuse,
  refused,
  stateOf,
  underDetention,
} from '@concord/domain';
import type { Entities, EntityKind, ReplyOf } from '@concord/contracts';
import { isSeenBy, seenIncident } from '../incident/incident-for';
import type { AreaTransaction, Store, Where } from '../ports';
import { notItsSearch } from './may-search';

/** What is read to find somebody's other records: within a command, or without the lock. */
interface Reads {
  get<Kind extends EntityKind>(kind: Kind, id: string): Promise<Entities[Kind] | undefined>;
  list<Kind extends EntityKind>(kind: Kind, where: Where<Entities[Kind]>): Promise<Entities[Kind][]>;
  identities(where: Where<PersonIdentity>): Promise<PersonIdentity[]>;
}

/** Another record of the same person that has somewhere for them: a room, or a place outside the network. */
interface Elsewhere {
  readonly incident: Incident;
  readonly where: 'room' | 'outside';
  readonly state: 'requested' | 'accepted';
  readonly since: Instant;
}

const byHold = (incident: Incident, { state, requestedAt }: Hold): Elsewhere => ({
  incident,
  where: 'room',
  state: state === 'accepted' ? 'accepted' : 'requested',
  since: requestedAt,
});

/** Taken by a place outside the network, while somewhere is still needed. */
const byOutside = (incident: Incident): Elsewhere | undefined => {
  const { facts } = incident;
  const outside = underDetention.includes(stateOf(facts)) || stateOf(facts) === 'advice';
  const taken = outside ? outsidePlace(facts) : undefined;
  return taken && { incident, where: 'outside', state: 'accepted', since: taken.happenedAt };
};

/** The records that were merged into this one and have not been parted from it since. */
const mergedIn = ({ facts }: Incident): string[] => {
  const others = new Set<string>();
  for (const fact of facts) {
    if (fact.kind === 'merged-in') others.add(fact.incidentId);
    if (fact.kind === 'unmerged') others.delete(fact.incidentId);
  }
  return [...others];
};

/** Everybody that this incident says the person is: its own record, and those of records merged into it. */
const identitiesOf = async (reads: Reads, incident: Incident): Promise<PersonIdentity[]> => {
  const merged = mergedIn(incident);
  const others = merged.length > 0 ? await reads.list('incident', { id: merged }) : [];
  return reads.identities({ id: [incident.personId, ...others.map(({ personId }) => personId)] });
};

const known = <Value>(values: readonly (Value | null)[]): Value[] =>
  values.filter((value): value is Value => value !== null);

const samePeople = async (reads: Reads, own: readonly PersonIdentity[]): Promise<PersonIdentity[]> => {
  const numbers = known(own.map(({ nhsNumber }) => nhsNumber));
  const births = known(own.map(({ dateOfBirth }) => dateOfBirth));
  const alike = [
    ...(numbers.length > 0 ? await reads.identities({ nhsNumber: numbers }) : []),
    ...(births.length > 0 ? await reads.identities({ dateOfBirth: births }) : []),
  ];
  return alike.filter((person) => own.some((one) => one.id !== person.id && isSamePerson(one, person)));
};

/** The record in which an incident goes on, whatever it was merged into. */
const whereItGoesOn = async (reads: Reads, record: Incident): Promise<Incident> => {
  const into = lastOf(record.facts, 'merged-into');
  const kept = into && (await reads.get('incident', into.incidentId));
  return kept ? whereItGoesOn(reads, kept) : record;
};

const liveElsewhere = async (
  reads: Reads,
  incident: Incident,
  { now, states = liveHoldStates }: { now: Instant; states?: readonly HoldState[] },
): Promise<Elsewhere | undefined> => {
  const people = await samePeople(reads, await identitiesOf(reads, incident));
  if (people.length === 0) return undefined;
  for (const record of await reads.list('incident', { personId: people.map(({ id }) => id) })) {
    const other = await whereItGoesOn(reads, record);
    if (other.id === incident.id) continue;
    const holds = await reads.list('hold', { incidentId: other.id, state: states });
    const hold = holds.find((one) => holdIsLiveAt(one, now));
    const found = hold ? byHold(other, hold) : byOutside(other);
    if (found) return found;
  }
  return undefined;
};

/** Where it is, for somebody who may see that incident; for anybody else, only that there is one. */
const asSeenBy = (
  actor: Actor,
  { incident, state, since }: Elsewhere,
): NonNullable<ReplyOf<'heldElsewhere'>['elsewhere']> => {
  const seen = isSeenBy(actor, incident);
  return {
    incidentId: seen ? incident.id : null,
    incidentRef: seen ? incident.ref : null,
    state,
    since,
  };
};

/**
 * One live request per person: `person-held-elsewhere` while another incident of the same person has a room
 * asked for or held, or a place outside the network that takes them, with that incident's reference if this
 * actor may see it. Who is the same person is `isSamePerson`'s to say; what is known of them never leaves the
 * `person` table.
 */
export const personHeldElsewhere = async (
  tx: AreaTransaction,
  actor: Actor,
  incident: Incident,
): Promise<Refusal | undefined> => heldUnder(actor, await liveElsewhere(tx, incident, { now: tx.now }));

/** Whether it has, for whoever is told of no refusal. */
export const isHeldElsewhere = async (tx: AreaTransaction, incident: Incident): Promise<boolean> =>
  (await liveElsewhere(tx, incident, { now: tx.now })) !== undefined;

/**
 * The same of an acceptance: two records may be found to be of one person when a suite has been asked for
 * each. The first acceptance stands, and the second is refused.
 */
export const personAcceptedElsewhere = async (
  tx: AreaTransaction,
  actor: Actor,
  incident: Incident,
): Promise<Refusal | undefined> =>
  heldUnder(actor, await liveElsewhere(tx, incident, { now: tx.now, states: ['accepted'] }));

const heldUnder = (actor: Actor, found: Elsewhere | undefined): Refusal | undefined => {
  if (!found) return undefined;
  const details = asSeenBy(actor, found);
  const where = details.incidentRef ?? 'another incident: ring the control room';
  const has =
    found.where === 'outside'
      ? 'a place outside the network'
      : `a room ${details.state === 'accepted' ? 'held' : 'asked for'}`;
  return refuse(
    'person-held-elsewhere',
    `This person already has ${has}, under ${where}. One person, one room.`,
    { details },
  );
};

/** The same, said when a place is being looked for, before anybody presses anything. A read: it takes no lock. */
export const heldElsewhere = async (
  store: Store,
  actor: Actor,
  input: { incidentId: string },
): Promise<ReplyOf<'heldElsewhere'> | Refusal> => {
  const { areaId } = actor;
  const incident = seenIncident(actor, await store.get(areaId, 'incident', input.incidentId));
  if (refused(incident)) return incident;
  const notIts = notItsSearch(actor, incident);
  if (notIts) return notIts;
  const found = await liveElsewhere(
    {
      get: (kind, id) => store.get(areaId, kind, id),
      list: (kind, where) => store.list(areaId, kind, where),
      identities: (where) => store.identities(areaId, where),
    },
    incident,
    { now: await store.now() },
  );
  return { elsewhere: found ? asSeenBy(actor, found) : null };
};
