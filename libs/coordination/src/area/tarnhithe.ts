import type { AreaDefinition } from '@concord/contracts';

type Person = AreaDefinition['people'][string];

const persona = (label: string, does: string, listed = true): Person['persona'] => ({ label, does, listed });

const turns = (member: string): AreaDefinition['rotas'][number]['layers'] => [
  { name: 'Turns', members: [member], width: 1, handoversAt: ['08:00'], from: '2010-01-01' },
];

/**
 * The made-up area next to Harrowdale, small and quiet: one suite of two rooms, which it lends its
 * neighbour, and the two people who answer for that. On the Dogger Bank too, to the east.
 */
export const tarnhithe: AreaDefinition = {
  area: {
    name: 'Tarnhithe',
    demo: true,
    nation: 'england',
    refPrefix: 'TH',
    districts: [{ name: 'Tarnhithe', centre: { lat: 54.93, lon: 2.86 } }],
  },
  agreement: 'sample',
  agencies: {
    police: { name: 'Tarnhithe Constabulary', kind: 'police' },
    trust: { name: 'Tarnhithe Mental Health Trust', kind: 'mental-health-trust' },
  },
  places: {
    sedge: {
      agency: 'trust',
      name: 'Sedge Suite',
      kind: 'suite',
      district: 'Tarnhithe',
      position: { lat: 54.92, lon: 2.84 },
      telephone: '01632 960401',
      meets: ['step-free'],
      staffedFor: 2,
    },
  },
  rooms: {
    'sedge-1': { place: 'sedge', name: 'Sedge 1', ages: 'adults' },
    'sedge-2': { place: 'sedge', name: 'Sedge 2', ages: 'any-age' },
  },
  resources: {},
  people: {
    'neighbour-nurse': {
      name: 'Merle Reedmace',
      email: 'merle.reedmace@example.invalid',
      agency: 'trust',
      duties: [{ duty: 'suite-nurse', places: ['sedge'] }],
      screen: 'unit',
      persona: persona(
        'Suite nurse, Sedge (Tarnhithe)',
        'Works in the neighbouring area, whose suite is lent to Harrowdale and Vale',
      ),
    },
    'neighbour-coordinator': {
      name: 'Anselm Saltern',
      email: 'anselm.saltern@example.invalid',
      agency: 'trust',
      duties: [{ duty: 's136-coordinator' }],
      screen: 'console',
      persona: persona(
        'S136 coordinator (Tarnhithe)',
        'Lends places to Harrowdale and Vale, by its own rules, and takes them back',
      ),
    },
    'neighbour-controller': {
      name: 'Isolde Brackwater',
      email: 'isolde.brackwater@example.invalid',
      agency: 'police',
      duties: [{ duty: 'control-room' }],
      screen: 'console',
      persona: persona('Controller (Tarnhithe)', 'Works the control room of the neighbouring area', false),
    },
  },
  rotas: [
    {
      duty: 's136-coordinator',
      agency: 'trust',
      name: 'S136 coordinator',
      layers: turns('neighbour-coordinator'),
    },
    {
      duty: 'suite-nurse',
      agency: 'trust',
      name: 'Sedge nurse in charge',
      places: ['sedge'],
      layers: turns('neighbour-nurse'),
    },
  ],
};
