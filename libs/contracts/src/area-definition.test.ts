import type { AreaDefinition } from './area-definition';
import { areaDefinition } from './area-definition';

const small: AreaDefinition = {
  area: {
    name: 'Otter Vale',
    demo: false,
    nation: 'england',
    refPrefix: 'OV',
    districts: [{ name: 'Otterton', centre: { lat: 54, lon: -2 } }],
  },
  agreement: 'sample',
  agencies: { trust: { name: 'Otter Vale Trust', kind: 'mental-health-trust' } },
  places: {
    elm: {
      agency: 'trust',
      name: 'Elm Suite',
      kind: 'suite',
      district: 'Otterton',
      position: { lat: 54, lon: -2 },
      telephone: '01632 960 101',
    },
  },
  rooms: { 'elm-1': { place: 'elm', name: 'Room 1', ages: 'adults' } },
  resources: {
    tr1: { agency: 'trust', callsign: 'TR1', kind: 'car', district: 'Otterton', crew: [], onDuty: true },
  },
  people: {
    nia: {
      name: 'Nia Patel',
      email: 'nia@otter-vale.example',
      agency: 'trust',
      duties: [{ duty: 'suite-nurse', places: ['elm'] }],
      screen: 'unit',
      password: 'a password of her own',
    },
  },
  rotas: [
    {
      duty: 'suite-nurse',
      agency: 'trust',
      name: 'Nurses',
      layers: [
        { name: 'Turns', members: ['nia'], width: 1, handoversAt: ['08:00', '20:00'], from: '2026-01-01' },
      ],
    },
  ],
};

const { elm } = small.places;
const { tr1 } = small.resources;
const { nia } = small.people;
const [nurses] = small.rotas;
const withLayer = (more: object) => ({ rotas: [{ ...nurses, layers: [{ ...nurses?.layers[0], ...more }] }] });
const faults = (more: object): string[] =>
  areaDefinition.safeParse({ ...small, ...more }).error?.issues.map(({ message }) => message) ?? [];

describe('an area that is about to be set up', () => {
  it('is taken when everything that it names is there', () => {
    expect(areaDefinition.parse(small)).toMatchObject(small);
  });

  it.each<[string, object, string]>([
    ['a place of no agency', { places: { elm: { ...elm, agency: 'nobody' } } }, 'elm: there is no "nobody"'],
    [
      'a place in no district',
      { places: { elm: { ...elm, district: 'Mars' } } },
      'elm: there is no district "Mars"',
    ],
    [
      'a room in no place',
      { rooms: { r: { place: 'oak', name: 'Room', ages: 'adults' } } },
      'r: there is no "oak"',
    ],
    [
      'a car in no district',
      { resources: { tr1: { ...tr1, district: 'Mars' } } },
      'tr1: there is no district "Mars"',
    ],
    [
      'a nurse who answers for no place',
      { people: { nia: { ...nia, duties: [{ duty: 'suite-nurse', places: ['oak'] }] } } },
      'nia: there is no "oak"',
    ],
    [
      'a crew of no car',
      { people: { nia: { ...nia, duties: [{ duty: 'triage-crew', resources: ['tr9'] }] } } },
      'nia: there is no "tr9"',
    ],
    [
      'somebody on call who is not a person here',
      withLayer({ members: ['nia', 'kit'] }),
      'Nurses: there is no "kit"',
    ],
    [
      'a one-click sign-in outside a demo',
      { people: { nia: { ...nia, persona: { label: 'Nurse', does: 'Answers', listed: true } } } },
      'nia: only a demo area has one-click sign-ins',
    ],
  ])('is refused with %s, saying which', (_what, more, message) => {
    expect(faults(more)).toContain(message);
  });

  it('does not take a word of the language for a name that is there', () => {
    expect(faults({ rooms: { r: { place: 'constructor', name: 'Room', ages: 'adults' } } })).toEqual([
      'r: there is no "constructor"',
    ]);
  });

  it.each<[string, object]>([
    ['a rota without a handover, on which nobody would ever be on call', { handoversAt: [] }],
    ['a handover at no time of day', { handoversAt: ['24:00'] }],
    ['a rota of nobody', { members: [] }],
    ['nobody on at once', { width: 0 }],
    ['a first shift on no day', { from: '2026-02-30' }],
  ])('is refused with %s', (_what, more) => {
    expect(faults(withLayer(more))).not.toEqual([]);
  });

  it('is refused with figures of its own that nobody has checked, or with unknown fields', () => {
    expect(faults({ agreement: 'ours' })).not.toEqual([]);
    expect(faults({ surplus: 1 })).not.toEqual([]);
  });
});
