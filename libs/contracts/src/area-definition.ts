import { z } from 'zod';
import { openingHours } from './alternative-shapes';
import {
  ageBand,
  alternativeKind,
  duty,
  nation,
  need,
  placeKind,
  pressureState,
  referrer,
  sexBand,
} from './codes';
import { agreedHours, turnsSaid } from './rota-shapes';
import { position, shortText } from './scalars';

/** A name used only inside one definition, to say which place, agency, car or person is meant. */
const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');

const agency = z.strictObject({
  name: shortText,
  kind: z.enum([
    'police',
    'mental-health-trust',
    'local-authority',
    'ambulance-trust',
    'acute-trust',
    'voluntary',
  ]),
});

const place = z.strictObject({
  agency: key,
  name: shortText,
  kind: placeKind,
  /** The area's own, unless the place lies over the border. */
  nation: nation.optional(),
  district: shortText,
  position,
  telephone: shortText,
  meets: z.array(need).default([]),
  catchment: z.array(shortText).default([]),
  /** In a demo's story: people its staff can look after at once. A real place says so itself. */
  staffedFor: z.int().min(0).max(50).optional(),
  /** In a demo's story: how hard an emergency department is pressed. A real one says so itself. */
  pressure: pressureState.optional(),
});

/** What may help instead of a detention. No place of safety: it shares no kind, key or rule with those. */
const alternative = z.strictObject({
  agency: key,
  name: shortText,
  kind: alternativeKind,
  district: shortText,
  position,
  telephone: shortText,
  ages: ageBand,
  /** Takes nobody of another age, rather than being asked. */
  agesFirm: z.boolean().default(false),
  meets: z.array(need).default([]),
  catchment: z.array(shortText).default([]),
  referrers: z.array(referrer).min(1),
  hours: openingHours,
  /** Places it has in all, where it counts them. */
  places: z.int().min(1).max(200).optional(),
});

const room = z.strictObject({
  place: key,
  name: shortText,
  ages: ageBand,
  sexes: sexBand.default('any'),
  meets: z.array(need).default([]),
});

const resource = z.strictObject({
  agency: key,
  callsign: shortText,
  kind: z.enum(['car', 'desk', 'phone-line']),
  district: shortText,
  crew: z.array(shortText).max(6),
  onDuty: z.boolean(),
});

/** A one-click sign-in of a demo area. Unlisted ones are for the simulator and are not offered on screen. */
const persona = z.strictObject({
  label: shortText,
  does: shortText,
  listed: z.boolean(),
});

const person = z.strictObject({
  name: shortText,
  email: z.email(),
  agency: key,
  duties: z
    .array(z.strictObject({ duty, places: z.array(key).optional(), resources: z.array(key).optional() }))
    .min(1),
  /** The screen they start on. */
  screen: z.enum(['console', 'unit', 'amhp', 'crew', 'rota', 'alternative']),
  persona: persona.optional(),
  password: z.string().min(12).max(200).optional(),
});

const rota = z.strictObject({
  duty,
  agency: key,
  name: shortText,
  /** The highest first: each is filled from below where it has nobody. */
  layers: z.array(z.strictObject({ ...turnsSaid, members: z.array(key).min(1) })).min(1),
  agreedHours: agreedHours.optional(),
  /** Somebody added for a time that begins so many hours after the area is set up. */
  added: z
    .array(
      z.strictObject({
        who: key,
        afterHours: z.number().min(0).max(2000),
        forHours: z.number().positive().max(2000),
        why: shortText,
      }),
    )
    .optional(),
  /** The districts it serves, where not the whole area. */
  districts: z.array(shortText).optional(),
  /** The places or alternatives it answers for, where not all of them: a nurse in charge of one suite. */
  places: z.array(key).optional(),
});

const shape = z.strictObject({
  area: z.strictObject({
    name: shortText,
    demo: z.boolean(),
    nation,
    refPrefix: z.string().regex(/^[A-Z]{2,4}$/, 'two to four capitals'),
    districts: z.array(z.strictObject({ name: shortText, centre: position })).min(1),
  }),
  /** The agreement that the area starts under: illustrative figures, labelled so, until its own is agreed. */
  agreement: z.literal('sample'),
  agencies: z.record(key, agency),
  places: z.record(key, place),
  alternatives: z.record(key, alternative).default({}),
  rooms: z.record(key, room),
  resources: z.record(key, resource),
  /** The key of a person with a persona is the persona's key. */
  people: z.record(key, person),
  rotas: z.array(rota),
});

const missing = (definition: z.infer<typeof shape>): string[] => {
  const { agencies, places, alternatives, rooms, resources, people, rotas, area } = definition;
  const districts = new Set(area.districts.map(({ name }) => name));
  const needs = (where: string, known: object, ...keys: string[]) =>
    keys.filter((name) => !Object.hasOwn(known, name)).map((name) => `${where}: there is no "${name}"`);
  const inDistrict = (where: string, name: string) =>
    districts.has(name) ? [] : [`${where}: there is no district "${name}"`];
  return [
    ...Object.entries(places).flatMap(([name, at]) => [
      ...needs(name, agencies, at.agency),
      ...inDistrict(name, at.district),
      ...at.catchment.flatMap((district) => inDistrict(name, district)),
      ...(area.demo || (at.staffedFor ?? at.pressure) === undefined
        ? []
        : [`${name}: only of a demo's places is it known beforehand what they say`]),
    ]),
    ...Object.entries(alternatives).flatMap(([name, at]) => [
      ...needs(name, agencies, at.agency),
      ...inDistrict(name, at.district),
      ...at.catchment.flatMap((district) => inDistrict(name, district)),
      ...(Object.hasOwn(places, name) ? [`${name}: a place of safety has that key`] : []),
    ]),
    ...Object.entries(rooms).flatMap(([name, in_]) => needs(name, places, in_.place)),
    ...Object.entries(resources).flatMap(([name, unit]) => [
      ...needs(name, agencies, unit.agency),
      ...inDistrict(name, unit.district),
    ]),
    ...Object.entries(people).flatMap(([name, who]) => [
      ...needs(name, agencies, who.agency),
      ...who.duties.flatMap((held) => [
        ...needs(name, { ...places, ...alternatives }, ...(held.places ?? [])),
        ...needs(name, resources, ...(held.resources ?? [])),
      ]),
      ...(who.persona && !area.demo ? [`${name}: only a demo area has one-click sign-ins`] : []),
    ]),
    ...rotas.flatMap((turns) => [
      ...needs(turns.name, agencies, turns.agency),
      ...turns.layers.flatMap(({ members }) => needs(turns.name, people, ...members)),
      ...needs(turns.name, { ...places, ...alternatives }, ...(turns.places ?? [])),
      ...needs(turns.name, people, ...(turns.added ?? []).map(({ who }) => who)),
      ...(turns.districts ?? []).flatMap((district) => inDistrict(turns.name, district)),
    ]),
  ];
};

/**
 * Everything needed to set up an area, by key: agencies, places of safety and their rooms, alternatives to
 * detention, triage resources, people with their duties, and rotas. Nothing is known of the rooms, places and
 * alternatives of an area that is not a demo until somebody says it. Refused when a key names nothing, or when an area
 * that is not a demo has one-click sign-ins or says what its places are.
 */
export const areaDefinition = shape.superRefine((definition, issues) => {
  for (const message of missing(definition)) issues.addIssue({ code: 'custom', message });
});
export type AreaDefinition = z.input<typeof areaDefinition>;
