import { performance } from 'node:perf_hooks';
import type { Incident, Place, Position, RankingFacts, Room, RoomState } from '@concord/domain';
import { distanceKm, instantFromMs, msOf, rankRooms, sampleAgreement, unknownPerson } from '@concord/domain';

const OWN = 200;
const NEIGHBOURS = 20;
const ROOMS_EACH = 3;
const WARM_UP = 50;
const TIMES = 200;

const now = '2026-11-22T02:00:00.000Z';
const nurse = { userId: 'nurse', name: 'Nurse' };
const observed = (minutesAgo: number) => ({
  at: instantFromMs(msOf(now) - minutesAgo * 60_000),
  by: nurse,
  source: 'site' as const,
});
const districts = Array.from({ length: 20 }, (_, i) => `District ${i}`);
const scene: Position = { lat: 54.9, lon: 2.4 };

/** Scattered over about 200 km, by no chance: a run is like the one before. */
const spread = (i: number): Position => ({
  lat: 54 + ((i * 37) % 100) / 50,
  lon: 1.4 + ((i * 61) % 100) / 50,
});

const until = instantFromMs(msOf(now) + 12 * 3_600_000);
const lender = { areaId: 'neighbour', areaName: 'Neighbour', lendingId: 'lending', until };

const suite = (i: number, areaId: string): Place => ({
  id: `suite-${i}`,
  areaId,
  agencyId: 'trust',
  name: `Suite ${i}`,
  kind: 'suite',
  nation: 'england',
  district: districts[i % districts.length] ?? '',
  position: spread(i),
  telephone: '01632 960000',
  meets: i % 3 === 0 ? ['step-free', 'physical-health-monitoring'] : ['step-free'],
  catchment: i % 4 === 0 ? [] : [districts[i % districts.length] ?? ''],
  staffing: i % 2 === 0 ? { staffedFor: 1 + (i % 3), observed: observed(i % 90) } : null,
  pressure: null,
  promises: { made: i % 12, kept: i % 7 },
  lentBy: areaId === 'own' ? null : { ...lender, originalId: `theirs-${i}`, state: 'lent' },
  lentTo: [],
  revision: i,
});

const states: readonly RoomState[] = ['available', 'occupied', 'available', 'cleaning', 'held', 'closed'];

const roomOf = (place: Place, i: number): Room => {
  const state = states[(place.revision + i) % states.length] ?? 'available';
  const isFree = state === 'available';
  return {
    id: `${place.id}-room-${i}`,
    areaId: place.areaId,
    placeId: place.id,
    name: `${place.name}, room ${i}`,
    ages: i === 2 ? 'any-age' : 'adults',
    sexes: 'any',
    meets: i === 1 ? ['seclusion'] : [],
    state,
    observed: observed((place.revision * 7 + i) % 75),
    holdId: state === 'held' ? `hold-${place.id}` : null,
    incidentId: null,
    closedReason: state === 'closed' ? 'staffing' : null,
    promised: isFree
      ? null
      : {
          freeAt: instantFromMs(msOf(now) + ((place.revision % 40) + 10) * 60_000),
          likelihood: 'likely',
          reason: 'discharge',
          note: '',
          by: nurse,
          madeAt: now,
          source: 'site',
        },
    lentBy: place.lentBy && { ...place.lentBy, originalId: `theirs-${place.id}-${i}` },
    lentTo: [],
    guest: null,
    revision: 1,
  };
};

const places = Array.from({ length: OWN + NEIGHBOURS }, (_, i) => suite(i, i < OWN ? 'own' : 'neighbour'));
const rooms = places.flatMap((place) => Array.from({ length: ROOMS_EACH }, (_, i) => roomOf(place, i)));

const told = { happenedAt: now, recordedAt: now, by: nurse };
const asked = { ...told, holdId: 'hold-suite-1', placeId: 'suite-1' };

const incident: Incident = {
  id: 'incident',
  areaId: 'own',
  ref: 'B-1',
  personId: 'person',
  person: {
    ...unknownPerson,
    ageYears: 34,
    ageBasis: 'known',
    sex: 'female',
    needs: ['step-free'],
    risks: [],
  },
  where: { text: 'Bench', district: districts[3] ?? '', position: scene },
  agreementId: 'agreement',
  facts: [
    { ...told, id: 'opened', kind: 'opened', calledBy: 'Bench' },
    { ...told, id: 'detained', kind: 'detained', power: 's136-removed', officer: 'Bench' },
    { ...asked, id: 'asked', kind: 'hold-requested', roomId: 'suite-1-room-0', placeName: '', roomName: '' },
  ],
  revision: 1,
};

const facts: RankingFacts = {
  incident,
  places,
  rooms,
  agreement: sampleAgreement('own', 'agreement', '2026-01-01T00:00:00.000Z'),
  lendings: [
    {
      id: lender.lendingId,
      areaId: 'own',
      side: 'borrows',
      other: { areaId: lender.areaId, areaName: lender.areaName, lendingId: 'theirs' },
      places: places.filter(({ lentBy }) => lentBy).map(({ id, name }) => ({ id, name })),
      from: now,
      until,
      rules: { atMost: null, ages: 'any-age', hours: null, needsYes: false, ranked: 'as-own' },
      state: 'running',
      offeredBy: nurse,
      offeredAt: now,
      ended: null,
      revision: 1,
    },
  ],
  now,
};

const medianOf = (what: () => unknown): number => {
  for (let i = 0; i < WARM_UP; i += 1) what();
  const took = Array.from({ length: TIMES }, () => {
    const from = performance.now();
    what();
    return performance.now() - from;
  });
  return took.sort((a, b) => a - b)[TIMES / 2] ?? Number.NaN;
};

/** Milliseconds to rank every room of 200 places and 20 neighbours' for one person, each with its reasons. */
export const ourRanking = (): number => medianOf(() => rankRooms(facts));

/** Milliseconds for nothing but the distances to the same places, and their rooms sorted by them. */
export const bareRanking = (): number =>
  medianOf(() => {
    const far = new Map(places.map(({ id, position }) => [id, distanceKm(scene, position)]));
    return [...rooms].sort((a, b) => (far.get(a.placeId) ?? 0) - (far.get(b.placeId) ?? 0));
  });
