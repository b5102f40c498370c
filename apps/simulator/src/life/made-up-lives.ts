import type { BodyOf, Entities, EntityKind } from '@concord/contracts';
import { entityKinds } from '@concord/contracts';
import type { AmhpRequest, Fact, FactDetail, Hold, Incident, Place, Refusal } from '@concord/domain';
import { isOpen, recordFact, refused, unknownPerson } from '@concord/domain';
import { seededChance } from '../chance';
import type { Cast } from '../api/cast';
import { agreement, msAt, uuid } from '../recount/made-up-incident';
import { personFor } from '../run/open';
import { Mirror } from '../world/mirror';
import type { World } from '../world/world';
import { aloneInTheArea } from '../world/world';
import { incidentSteps } from './incident-life';
import type { Act } from './step';
import { MINUTE, instantOf } from './step';

// Lives lived against the domain alone: rooms are found every other time and for some never, and AMHPs come in half an hour.

const AREA = agreement.areaId;
const personas = ['control', 'nurse', 'coordinator', 'superintendent', 'amhp'];
const userOf = (persona: string) => ({ userId: uuid(10 + personas.indexOf(persona)), name: persona });

const place = (n: number, name: string, kind: Place['kind'], lat: number): Place => ({
  id: uuid(n),
  areaId: AREA,
  agencyId: uuid(3),
  name,
  kind,
  nation: 'england',
  district: 'Harrowdale',
  position: { lat, lon: 2.4 },
  telephone: '01632 960101',
  meets: [],
  catchment: [],
  staffing: null,
  pressure: null,
  promises: { made: 0, kept: 0 },
  lentBy: null,
  lentTo: [],
  revision: 1,
});
const suite = place(20, 'Elm Suite', 'suite', 54.957);
const places = [
  suite,
  place(21, 'Nettlefold General Hospital', 'emergency-department', 54.944),
  place(22, 'Harrowdale Bridewell', 'police-station', 54.949),
];

const cast: Cast = {
  areaId: AREA,
  control: () => 'control',
  isControl: () => true,
  onCall: (role) => role,
  nurseAt: (placeId) => (placeId === suite.id ? 'nurse' : undefined),
  speaksFor: (placeId) => (placeId === suite.id ? 'nurse' : undefined),
  crewOf: () => undefined,
  personaOf: (userId) => personas.find((persona) => userOf(persona).userId === userId),
  isAlsoPlayedByPeople: () => false,
  isKeptFree: () => false,
};

export interface Life {
  readonly incident: Incident;
  readonly refusals: readonly { readonly said: unknown; readonly refusal: Refusal }[];
}

/** One incident, from the call to its end, as the simulated people would have it. */
class Living {
  private readonly world: World;
  private readonly refusals: { said: unknown; refusal: Refusal }[] = [];
  private incident: Incident;
  private now = msAt(0);
  private told = 0;

  constructor(seed: number, ref: string) {
    const chance = seededChance(seed);
    const mirror = new Mirror();
    this.world = {
      mirror,
      cast,
      chance,
      manners: aloneInTheArea,
      tried: { rooms: new Map(), cars: new Set(), alternatives: new Set() },
      detains: () => true,
    };
    this.incident = {
      id: uuid(4),
      areaId: AREA,
      ref,
      personId: uuid(5),
      person: { ...unknownPerson, risks: [] },
      where: { text: 'Mill lane', district: 'Harrowdale', position: { lat: 54.95, lon: 2.4 } },
      agreementId: agreement.id,
      facts: [],
      revision: 0,
    };
    for (const one of places) this.show('place', one);
    this.show('agreement', agreement);
    const { risks: _risks, ...said } = personFor(chance, ref);
    this.tell({ kind: 'opened', calledBy: '999 call' });
    this.tell({ kind: 'person-described', said: { ...unknownPerson, ...said } });
  }

  live(): Life {
    for (let step = 0; isOpen(this.incident) && step < 400; step += 1) {
      const [next] = incidentSteps(this.world, this.incident).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.now = Math.max(this.now, next.at);
      if (!this.perform(next.act)) break;
    }
    return { incident: this.incident, refusals: this.refusals };
  }

  private perform(act: Act): boolean {
    switch (act.kind) {
      case 'find-room':
        return this.findRoom();
      case 'send-car':
        this.world.tried.cars.add(act.incidentId);
        return true;
      case 'refer':
        this.world.tried.alternatives.add(act.incidentId);
        return true;
      case 'second-record':
        return this.tell({ kind: 'merged-in', incidentId: uuid(6), ref: 'HV-2', reason: 'The same person' });
      case 'call':
        return this.say(act);
    }
  }

  private say(act: Extract<Act, { kind: 'call' }>): boolean {
    const [{ as }, old] = [act, { factId: act.params['factId'] ?? '' }];
    if (act.route === 'requestAmhp') return this.amhpComes();
    if (act.route === 'recordFact') {
      const { happenedAt, late } = act.body;
      return this.tell(detailOf(act.body), { happenedAt, late, as });
    }
    if (act.route === 'takeBackFact')
      return this.tell({ kind: 'recorded-in-error' }, { as, corrects: { ...old, ...act.body } });
    if (act.route !== 'correctFact') throw new Error(`${act.route} is not part of an incident's life`);
    const { fact, reason } = act.body;
    return this.tell(detailOf(fact), { happenedAt: fact.happenedAt, as, corrects: { ...old, reason } });
  }

  private tell(
    detail: FactDetail,
    { as = 'control', happenedAt, corrects, late }: Partial<Fact> & { as?: string } = {},
  ): boolean {
    const recordedAt = instantOf(this.now);
    const fact: Fact = {
      ...detail,
      id: uuid(100 + (this.told += 1)),
      happenedAt: happenedAt ?? recordedAt,
      recordedAt,
      by: userOf(as),
      side: as === 'control' || as === 'superintendent' ? 'police' : 'health',
      late,
      corrects,
    };
    const next = recordFact(this.incident, fact);
    if (refused(next)) this.refusals.push({ said: fact, refusal: next });
    else this.show('incident', (this.incident = next));
    return !refused(next);
  }

  private findRoom(): boolean {
    const { chance, tried } = this.world;
    tried.rooms.set(this.incident.id, this.now);
    const { ref } = this.incident;
    if (chance(ref, 'all full') < 0.15 || chance(ref, 'room', this.now) < 0.5) return true;
    const [holdId, placeId] = [uuid(30), suite.id];
    const hold = { holdId, placeId, roomId: uuid(31), placeName: suite.name, roomName: 'Elm 1' };
    this.show('hold', {
      id: holdId,
      incidentId: this.incident.id,
      placeId,
      state: 'accepted',
      requestedAt: instantOf(this.now),
      answeredAt: instantOf(this.now),
    } as Hold);
    return (
      this.tell({ kind: 'hold-requested', ...hold }) && this.tell({ kind: 'hold-accepted', holdId, placeId })
    );
  }

  private amhpComes(): boolean {
    const requestId = uuid(40);
    const amhp = userOf('amhp');
    const state = 'on-scene';
    this.show('amhp-request', {
      id: requestId,
      incidentId: this.incident.id,
      calls: 'amhp',
      state,
      assigned: amhp,
    } as AmhpRequest);
    if (!this.tell({ kind: 'amhp-requested', requestId })) return false;
    this.now += 30 * MINUTE;
    return this.tell({ kind: 'amhp-on-scene', requestId, amhp });
  }

  private show<Kind extends EntityKind>(kind: Kind, image: Entities[Kind]): void {
    const entities = Object.fromEntries(entityKinds.map((each) => [each, each === kind ? [image] : []]));
    this.world.mirror.load({ revision: 1, entities } as never);
    const hold = kind === 'incident' ? this.world.mirror.get('hold', uuid(30)) : undefined;
    if (hold && this.incident.facts.at(-1)?.kind === 'arrived')
      this.show('hold', { ...hold, state: 'arrived' });
  }
}

/** What the server adds to what people say. */
const detailOf = (body: BodyOf<'correctFact'>['fact']): FactDetail => {
  const { happenedAt: _when, source: _source, late: _late, ...said } = body;
  const outside = { placeId: uuid(70), placeName: 'Quarry Bank Suite', nation: 'england' } as const;
  if (said.kind === 'outside-accepted' || said.kind === 'outside-withdrew') return { ...outside, ...said };
  if (said.kind !== 'arrived') return said as FactDetail;
  const { name, kind } = places.find(({ id }) => id === said.placeId) ?? {
    ...suite,
    name: outside.placeName,
  };
  return { ...said, placeName: name, placeKind: kind, roomId: null } as FactDetail;
};

export const lifeOf = (seed: number, ref: string): Life => new Living(seed, ref).live();
