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

const cafe: NonNullable<AreaDefinition['alternatives']>[string] = {
  agency: 'trust',
  name: 'The Otter’s Holt',
  kind: 'crisis-cafe',
  district: 'Otterton',
  position: { lat: 54, lon: -2 },
  telephone: '01632 960 401',
  ages: 'any-age',
  referrers: ['anybody'],
  hours: { week: { friday: [{ opens: '18:00', closes: '02:00' }] } },
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
      'an alternative to detention of no agency',
      { alternatives: { cafe: { ...cafe, agency: 'nobody' } } },
      'cafe: there is no "nobody"',
    ],
    [
      'an alternative with the key of a place of safety',
      { alternatives: { elm: cafe } },
      'elm: a place of safety has that key',
    ],
    [
      'an alternative of a kind of place of safety',
      { alternatives: { cafe: { ...cafe, kind: 'suite' } } },
      'Invalid option: expected one of "crisis-cafe"|"crisis-house"|"decision-unit"|"home-treatment-team"|"helpline"',
    ],
    [
      'a place of safety of a kind of alternative',
      { places: { elm: { ...elm, kind: 'crisis-house' } } },
      'Invalid option: expected one of "suite"|"emergency-department"|"police-station"|"dwelling"|"other"',
    ],
    [
      'opening hours that claim one minute twice',
      {
        alternatives: {
          cafe: {
            ...cafe,
            hours: {
              week: {
                monday: [
                  { opens: '09:00', closes: '12:00' },
                  { opens: '11:00', closes: '13:00' },
                ],
              },
            },
          },
        },
      },
      "the openings of monday overlap each other or the next day's",
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
    [
      'what a real place has not said',
      { places: { elm: { ...small.places.elm, staffedFor: 2 } } },
      "elm: only of a demo's places is it known beforehand what they say",
    ],
  ])('is refused with %s, saying which', (_what, more, message) => {
    expect(faults(more)).toContain(message);
  });

  it('has alternatives to detention where it says so, closed on the days it does not name', () => {
    const { alternatives } = areaDefinition.parse({ ...small, alternatives: { cafe } });
    expect(alternatives.cafe?.hours).toMatchObject({
      week: { monday: [], friday: [{ closes: '02:00' }] },
      exceptions: [],
    });
    expect(areaDefinition.parse(small).alternatives).toEqual({});
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
