import { Temporal } from 'temporal-polyfill';
import type { ApiClient } from './client';

/** One-click sign-ins of the demo area. The simulator speaks for each of them in turn. */
const day = ['controller', 'controller-2'] as const;
const night = ['night-controller', 'night-controller-2'] as const;
const nurses = ['suite-nurse-2', 'alder-nurse', 'hazel-nurse', 'rowan-nurse', 'willow-nurse'];
const departments = ['nettlefold-nurse', 'quill-nurse', 'merrowby-nurse', 'moor-nurse'];
/** Speaks for what a neighbouring area lends, where there is one. */
const NEIGHBOUR = 'neighbour-nurse';
const crews = ['crew', 'crew-2', 'crew-3', 'crew-4'];
const amhps = Array.from({ length: 22 }, (_, i) => (i === 0 ? 'amhp' : `amhp-${i + 1}`));
/** A helpline has no seat here. The first of the café's two belongs to whoever uses the demo. */
const alternatives = ['cafe-staff-2', 'kitchen-staff', 'house-staff', 'decision-staff', 'home-staff'];
const oversight = [
  'inspector',
  'superintendent',
  'coordinator',
  'manager',
  'director',
  'amhp-lead',
  ...['inspector', 'superintendent', 'coordinator', 'manager', 'director', 'amhp-lead'].map(
    (key) => `night-${key}`,
  ),
];

/** Played by people as well: they are given the time to answer for themselves. */
const alsoPlayedByPeople = new Set<string>([
  ...day,
  'suite-nurse-2',
  'cafe-staff-2',
  'amhp',
  'amhp-2',
  'crew',
  'crew-2',
]);

/** Reads what the journal and the board tell the simulated area itself. */
export const NARRATOR = 'simulator';

/** Who may speak for whom. */
export interface Cast {
  readonly areaId: string;
  /** A controller on duty at this instant, the same one for the same incident. */
  control(at: number, ref: string): string;
  isControl(userId: string): boolean;
  /** Whoever answers for the area at this instant: the coordinator speaks for departments that have no seat here. */
  onCall(role: 'coordinator' | 'superintendent', at: number): string;
  nurseAt(placeId: string): string | undefined;
  /** Whoever says how a place is: a suite's nurse, the nurse in charge of a department, the people of an alternative. */
  speaksFor(placeId: string): string | undefined;
  crewOf(resourceId: string): string | undefined;
  /** Persona of a user, if the simulator may speak for them. */
  personaOf(userId: string): string | undefined;
  isAlsoPlayedByPeople(persona: string): boolean;
  /** Left without work of the simulator's, so that whoever signs in is offered the next request. */
  isKeptFree(persona: string): boolean;
}

const isNight = (at: number): boolean => {
  const { hour } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/London');
  return hour < 7 || hour >= 19;
};

const fold = (text: string): number => [...text].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);

/**
 * Signs everybody in. Beside people (`leaveDesks`) the simulated control room works from the night
 * desks alone, so that whatever the day desks opened is known to be somebody's own.
 */
export const assemble = async (api: ApiClient, { leaveDesks }: { leaveDesks: boolean }): Promise<Cast> => {
  const narrator = await api.signIn(NARRATOR);
  const areaId = narrator.areas[0]?.areaId;
  if (areaId === undefined) throw new Error('the simulator has no area: is this a demo?');
  const personas = new Map<string, string>();
  const places = new Map<string, string>();
  const resources = new Map<string, string>();
  const { entities } = await api.must('board', { as: NARRATOR, params: { areaId } });
  const neighbours = entities.place.some(({ lentBy }) => lentBy !== null) ? [NEIGHBOUR] : [];
  for (const key of [
    ...day,
    ...night,
    ...nurses,
    ...departments,
    ...crews,
    ...amhps,
    ...alternatives,
    ...oversight,
    ...neighbours,
  ]) {
    const me = await api.signIn(key);
    personas.set(me.userId, key);
    for (const area of me.areas) {
      for (const placeId of area.placeIds) places.set(placeId, key);
      for (const resourceId of area.resourceIds) resources.set(resourceId, key);
    }
  }
  const desks: readonly string[] = leaveDesks ? night : [...day, ...night];
  return {
    areaId,
    control: (at, ref) => (leaveDesks || isNight(at) ? night : day)[fold(ref) % 2] ?? night[0],
    onCall: (role, at) => (leaveDesks || isNight(at) ? `night-${role}` : role),
    isControl: (userId) => desks.includes(personas.get(userId) ?? ''),
    nurseAt: (placeId) => {
      const key = places.get(placeId);
      return key !== undefined && nurses.includes(key) ? key : undefined;
    },
    speaksFor: (placeId) => places.get(placeId),
    crewOf: (resourceId) => resources.get(resourceId),
    personaOf: (userId) => personas.get(userId),
    isAlsoPlayedByPeople: (persona) => alsoPlayedByPeople.has(persona),
    isKeptFree: (persona) => leaveDesks && persona === 'amhp',
  };
};
