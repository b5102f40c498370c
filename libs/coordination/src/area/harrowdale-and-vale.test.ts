import { areaDefinition } from '@concord/contracts';
import type { Duty, Rota } from '@concord/domain';
import {
  agreementFaults,
  answersFor,
  distanceKm,
  holdersOf,
  reachOf,
  sampleAgreement,
} from '@concord/domain';
import fc from 'fast-check';
import { rotaDefined } from './create-area';
import { harrowdaleAndVale } from './harrowdale-and-vale';

const people = Object.fromEntries(
  Object.keys(harrowdaleAndVale.people).map((key) => [key, { userId: key, name: key }]),
);
const places = Object.fromEntries(Object.keys(harrowdaleAndVale.places).map((key) => [key, key]));
const alternatives = Object.fromEntries(
  Object.keys(harrowdaleAndVale.alternatives ?? {}).map((key) => [key, key]),
);
let ids = 0;
const rotas: Rota[] = harrowdaleAndVale.rotas.map((rota, i) => ({
  ...rotaDefined(
    rota,
    { people, places, alternatives },
    {
      newId: () => String((ids += 1)),
      now: '2026-11-22T02:00:00.000Z',
    },
  ),
  areaId: 'area',
  agencyId: rota.agency,
  callOrder: i,
  revision: 1,
}));

const called = sampleAgreement('area', 'agreement', '2026-01-01T00:00:00.000Z');
const duties = new Set<Duty>([
  'suite-nurse',
  'amhp',
  'triage-crew',
  ...called.thresholds.flatMap(({ ladder }) => ladder.flatMap((step) => step.duties)),
  ...Object.values(called.statutoryLadders).flatMap((ladder) => ladder.flatMap((step) => step.duties)),
]);

describe('Harrowdale and Vale', () => {
  it('is a definition that the schema takes, under an agreement without faults', () => {
    expect(areaDefinition.safeParse(harrowdaleAndVale).error).toBeUndefined();
    expect(agreementFaults(called)).toEqual([]);
  });

  it('has five suites with nine rooms, one of them fit for under-18s', () => {
    const { places, rooms } = harrowdaleAndVale;
    expect(Object.values(places).filter(({ kind }) => kind === 'suite')).toHaveLength(5);
    expect(Object.values(places).filter(({ kind }) => kind === 'emergency-department')).toHaveLength(4);
    expect(Object.values(rooms)).toHaveLength(9);
    expect(Object.values(rooms).filter(({ ages }) => ages !== 'adults')).toHaveLength(1);
  });

  it('has 22 AMHPs, four cars and no two people with one address', () => {
    const people = Object.values(harrowdaleAndVale.people);
    expect(people.filter((who) => who.duties.some(({ duty }) => duty === 'amhp'))).toHaveLength(22);
    expect(Object.keys(harrowdaleAndVale.resources)).toEqual(['t1', 't2', 't3', 't4']);
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
    expect(people.every(({ email }) => email.endsWith('@example.invalid'))).toBe(true);
  });

  it('uses only telephone numbers set aside for drama', () => {
    const { places, alternatives = {} } = harrowdaleAndVale;
    for (const { telephone } of [...Object.values(places), ...Object.values(alternatives)]) {
      expect(telephone).toMatch(/^(01632 960\d{3}|020 7946 0\d{3}|07700 900\d{3})$/);
    }
  });

  it('has one of each kind of alternative to detention and more, half of them voluntary, each with somebody who answers for it', () => {
    const { alternatives = {}, agencies, people } = harrowdaleAndVale;
    const all = Object.entries(alternatives);
    expect(new Set(all.map(([, { kind }]) => kind))).toEqual(new Set(Object.keys(reachOf)));
    expect(all.filter(([, { agency }]) => agencies[agency]?.kind === 'voluntary')).toHaveLength(3);
    const answered = Object.values(people).flatMap(({ duties: held }) =>
      held.flatMap(({ duty, places = [] }) => (duty === 'alternative-staff' ? places : [])),
    );
    for (const [key, { places }] of all)
      expect([key, answered.includes(key)]).toEqual([key, places !== undefined]);
    const ids = Object.keys(harrowdaleAndVale.places);
    expect(all.filter(([key]) => ids.includes(key))).toEqual([]);
  });

  it('has places a real drive apart: no two further than 45 km', () => {
    const places = Object.values(harrowdaleAndVale.places);
    for (const from of places) {
      for (const to of places) expect(distanceKm(from.position, to.position)).toBeLessThan(45);
    }
  });

  it('has somebody for every duty that can be called, at every instant, the first AMHP first in line', () => {
    const instants = fc.date({
      min: new Date('2024-01-02'),
      max: new Date('2031-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (at) => {
        const now = at.toISOString();
        for (const duty of duties) expect(holdersOf(rotas, duty, now)).not.toEqual([]);
        const onCall = holdersOf(rotas, 'amhp', now).map(({ userId }) => userId);
        expect(onCall).toHaveLength(6);
        expect(onCall.slice(0, 2)).toEqual(['amhp', 'amhp-2']);
      }),
    );
  });

  it('has a nurse in charge of every place that says how it is, by day and by night, who answers for it alone', () => {
    for (const now of ['2026-11-22T02:00:00.000Z', '2026-11-22T14:00:00.000Z']) {
      for (const [id, { kind, district }] of Object.entries(harrowdaleAndVale.places)) {
        const own = rotas
          .filter(({ duty }) => duty === 'suite-nurse')
          .filter((rota) => answersFor(rota, { id, district }));
        expect(holdersOf(own, 'suite-nurse', now)).toHaveLength(kind === 'police-station' ? 0 : 1);
      }
    }
  });

  it('is refused when a key names nothing, or when a real area has one-click sign-ins', () => {
    const lost = {
      ...harrowdaleAndVale,
      rooms: { 'elm-1': { place: 'elms', name: 'Elm 1', ages: 'adults' as const } },
    };
    expect(areaDefinition.safeParse(lost).success).toBe(false);
    const real = { ...harrowdaleAndVale, area: { ...harrowdaleAndVale.area, demo: false } };
    expect(areaDefinition.safeParse(real).success).toBe(false);
  });
});
