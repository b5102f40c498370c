import type { BoardSnapshot, EntityKind } from '@concord/contracts';
import { entityKinds } from '@concord/contracts';
import type { Observation, Place, Room } from '@concord/domain';
import { msOf } from '@concord/domain';
import type { Cast } from '../api/cast';
import type { Chance } from '../chance';
import { seededChance } from '../chance';
import { room, suite } from '../recount/made-up-places';
import { Mirror } from '../world/mirror';
import { aloneInTheArea } from '../world/world';
import { statusSteps } from './status-life';
import type { Step } from './step';
import { instantOf } from './step';

const cast: Cast = {
  areaId: suite.areaId,
  control: () => 'control',
  isControl: () => true,
  onCall: (role) => role,
  nurseAt: () => 'nurse',
  speaksFor: () => 'nurse',
  crewOf: () => undefined,
  personaOf: () => undefined,
  isAlsoPlayedByPeople: () => false,
  isKeptFree: () => false,
};

const alwaysOtherwise: Chance = (...about) => (about.includes('otherwise') ? 0 : 0.5);
const neverOtherwise: Chance = (...about) => (about.includes('otherwise') ? 0.99 : 0.5);

/** A suite of two rooms as its simulated nurse keeps it: each look is taken, and the board shows what was said. */
class Site {
  private place: Place;
  private rooms: Room[] = [room(0), room(1)];

  constructor(private readonly chance: Chance) {
    this.place = { ...suite, staffing: { staffedFor: 2, observed: room(0).observed } };
  }

  steps(): Step[] {
    const shown: Partial<Record<EntityKind, unknown[]>> = { place: [this.place], room: this.rooms };
    const mirror = new Mirror();
    const entities = Object.fromEntries(entityKinds.map((kind) => [kind, shown[kind] ?? []]));
    mirror.load({ revision: 1, entities } as unknown as BoardSnapshot);
    const tried = { rooms: new Map(), cars: new Set<string>(), alternatives: new Set<string>() };
    const { chance } = this;
    const world = { mirror, cast, chance, manners: aloneInTheArea, tried, detains: () => true };
    return statusSteps(world, suite.id);
  }

  /** What it says at its next look, and when. */
  looks(): { said: string; at: number } {
    const [step] = this.steps();
    if (step?.act.kind !== 'call') throw new Error('the site has nothing to say');
    const observed: Observation = { ...room(0).observed, at: instantOf(step.at) };
    const { staffing } = this.place;
    this.place = { ...this.place, staffing: staffing && { ...staffing, observed } };
    if (step.act.route === 'confirmRooms') this.rooms = this.rooms.map((each) => ({ ...each, observed }));
    return { said: step.act.route, at: step.at };
  }
}

const looking = (chance: Chance, times: number) => {
  const site = new Site(chance);
  return Array.from({ length: times }, () => site.looks());
};

describe('what a simulated site says of itself', () => {
  it('says what is otherwise and confirms the rest in the same look, then looks again later', () => {
    const looks = looking(alwaysOtherwise, 6);
    const pair = ['observePlace', 'confirmRooms'];
    expect(looks.map(({ said }) => said)).toEqual([...pair, ...pair, ...pair]);
    const times = looks.map(({ at }) => at);
    expect(times[1]).toBe(times[0]);
    expect(times[3]).toBe(times[2]);
    expect(times[2]).toBeGreaterThan(times[1] ?? Infinity);
    expect(times[4]).toBeGreaterThan(times[3] ?? Infinity);
  });

  it('says in one look that nothing has changed, where nothing has', () => {
    const looks = looking(neverOtherwise, 4);
    expect(looks.map(({ said }) => said)).toEqual(Array(4).fill('confirmRooms'));
    expect(new Set(looks.map(({ at }) => at)).size).toBe(4);
  });

  it.each([1, 7, 1983])(
    'never says a third thing at one instant, whatever chance brings (seed %i)',
    (seed) => {
      const looks = looking(seededChance(seed), 400);
      looks.slice(2).forEach(({ at }, i) => expect(at).toBeGreaterThan(looks[i]?.at ?? Infinity));
      expect(looks.some(({ said }) => said === 'observePlace')).toBe(true);
      const days = ((looks.at(-1)?.at ?? 0) - msOf(room(0).observed.at)) / 86_400_000;
      expect(days).toBeGreaterThan(5);
    },
  );
});
