import {
  acceptHold,
  extendHold,
  markRoom,
  recordFact,
  refuseHold,
  releaseHold,
  requestHold,
  reverseRefusal,
  takeBackFact,
} from '@concord/coordination';
import type { Actor, Hold } from '@concord/domain';
import { lastOf, refused } from '@concord/domain';
import type { Concord } from '@concord/testing';
import { Journey, startConcord } from '@concord/testing';
import * as fc from 'fast-check';
import { Replay } from './replay';

const CLIENTS = 8;
const ROOMS = ['elm-1', 'elm-2', 'alder-1'];
const INCIDENTS = 4;

let concord: Concord;
let control: Actor;
let nurse: Actor;

beforeAll(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  const agencies = (await concord.store.get(concord.areaId, 'area', concord.areaId))?.agencies ?? [];
  const actor = (name: string, kind: string, more: Pick<Actor, 'duties' | 'placeIds'>): Actor => ({
    userId: concord.ids.people[name]?.userId ?? '',
    name,
    agencyId: agencies.find((agency) => agency.kind === kind)?.id ?? '',
    areaId: concord.areaId,
    resourceIds: [],
    ...more,
  });
  const suites = ['elm', 'alder'].map((key) => concord.ids.places[key] ?? '');
  control = actor('controller', 'police', { duties: ['control-room'], placeIds: [] });
  nurse = actor('suite-nurse', 'mental-health-trust', { duties: ['suite-nurse'], placeIds: suites });
});
afterAll(() => concord.stop());

/** One thing that one client does, to whatever is there when its turn comes. */
interface Doing {
  readonly what: (typeof deeds)[number];
  readonly incident: number;
  readonly room: number;
}

const deeds = [
  'ask',
  'ask',
  'ask',
  'accept',
  'refuse',
  'reverse',
  'release',
  'extend',
  'arrive',
  'leave',
  'mistake',
  'outside',
  'free',
  'close',
  'lapse',
] as const;

const doing: fc.Arbitrary<Doing> = fc.record({
  what: fc.constantFrom(...deeds),
  incident: fc.nat(INCIDENTS - 1),
  room: fc.nat(ROOMS.length - 1),
});

const outside = {
  kind: 'outside-accepted',
  placeName: 'Quarry Bank',
  placeKind: 'suite',
  telephone: '01632 960 700',
  acceptedBy: 'Sister Oyelaran',
} as const;

/** The last arrival or setting off was none: the room that was kept for them is kept again. */
const takeBackLast = async (incidentId: string): Promise<unknown> => {
  const { store, areaId } = concord;
  const { facts = [] } = (await store.get(areaId, 'incident', incidentId)) ?? {};
  const last = lastOf(facts, 'arrived', 'conveyance-started');
  return last && takeBackFact(store, control, { incidentId, factId: last.id, reason: 'Wrong incident' });
};

/** Does it; a refusal is an answer like any other, a fault fails the test. */
const perform = async (incidents: readonly string[], { what, incident, room }: Doing): Promise<unknown> => {
  const { store, areaId } = concord;
  const incidentId = incidents[incident] ?? '';
  const roomId = concord.ids.rooms[ROOMS[room] ?? ''] ?? '';
  const [hold] = (await store.list(areaId, 'hold', { incidentId, roomId })).sort(
    (a, b) => b.revision - a.revision,
  );
  const onHold = (act: (hold: Hold) => Promise<unknown>): Promise<unknown> | undefined => hold && act(hold);
  const tell = (fact: Parameters<typeof recordFact>[2]): Promise<unknown> => recordFact(store, control, fact);
  switch (what) {
    case 'ask':
      return requestHold(store, control, { incidentId, roomId });
    case 'accept':
      return onHold(({ id: holdId }) => acceptHold(store, nurse, { holdId }));
    case 'refuse':
      return onHold(({ id: holdId }) =>
        refuseHold(store, nurse, {
          holdId,
          reason: 'risk-beyond-safe-staffing',
          rationale: 'Two nurses, one alone.',
        }),
      );
    case 'reverse':
      return onHold(({ id: holdId }) => reverseRefusal(store, nurse, { holdId, reason: 'A third has come' }));
    case 'release':
      return onHold(({ id: holdId }) => releaseHold(store, control, { holdId, reason: 'Not needed' }));
    case 'extend':
      return onHold(({ id: holdId }) => extendHold(store, control, { holdId, minutes: 30, reason: 'Late' }));
    case 'arrive':
      return onHold(({ placeId }) => tell({ incidentId, kind: 'arrived', placeId }));
    case 'leave':
      return tell({ incidentId, kind: 'conveyance-started', mode: 'ambulance' });
    case 'mistake':
      return takeBackLast(incidentId);
    case 'outside':
      return tell({ incidentId, ...outside });
    case 'free':
      return markRoom(store, nurse, { roomId, state: 'available', source: 'site' });
    case 'close':
      return markRoom(store, nurse, { roomId, state: 'closed', closedReason: 'damage', source: 'site' });
    case 'lapse':
      return concord.fireDueTimers();
  }
};

test('P3: whatever many clients do to the same rooms at once, a room has one holder at most, and the journal tells it as the tables do', async () => {
  const desk = await concord.signIn('controller');
  const replay = new Replay(concord);
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(doing, { minLength: 4, maxLength: 12 }), { minLength: CLIENTS, maxLength: CLIENTS }),
      fc.integer({ min: 0, max: 45 }),
      async (clients, minutes) => {
        const incidents: string[] = [];
        for (let i = 0; i < INCIDENTS; i += 1) {
          const journey = await Journey.open(desk);
          await journey.detain();
          incidents.push(journey.incidentId);
        }
        // Some promises are due to lapse while others are made.
        await concord.clock.set(
          new Date(Date.parse(await concord.now()) + minutes * 60_000).toISOString(),
          0,
        );
        for (const roomId of ROOMS.map((key) => concord.ids.rooms[key] ?? ''))
          await markRoom(concord.store, nurse, { roomId, state: 'available', source: 'site' });
        await Promise.all(
          clients.map(async (script) => {
            for (const one of script) {
              const answer = await perform(incidents, one);
              if (answer !== undefined && !refused(answer)) taken += 1;
            }
          }),
        );
        await replay.catchUp();
        await replay.agreesWithTables();
        for (const incidentId of incidents)
          await recordFact(concord.store, control, {
            incidentId,
            kind: 'incident-in-error',
            reason: 'Next round',
          });
      },
    ),
    { seed: 1983, numRuns: 12, endOnFailure: true },
  );
  // Enough was done for the test to mean something.
  expect(taken).toBeGreaterThan(100);
}, 300_000);
