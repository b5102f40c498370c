import * as fc from 'fast-check';
import { adult, after, details, factAt, refusalOf } from '../examples';
import type { PoliceStationGrounds } from '../incident/fact-codes';
import type { PersonOutline } from '../incident/person';
import { mustTreatAsUnder18 } from '../incident/person';
import type { PlaceKind } from '../place/place';
import { unlawfulArrival } from './police-station';

fc.configureGlobal({ seed: 1983 });

const grounds: PoliceStationGrounds = {
  imminentRiskOfSeriousInjuryOrDeath: true,
  noOtherPlaceInThePoliceArea: true,
  healthcareProfessionalThroughout: true,
  authorisedBy: { name: 'Insp. Hale', rank: 'inspector' },
};
const arrivalAt = (placeKind: PlaceKind, policeStation?: PoliceStationGrounds) =>
  factAt({ ...details.arrived, placeKind, policeStation }, after(30));

const child = (more: Partial<PersonOutline>): PersonOutline => ({ ...adult, ...more });

describe('a police station for somebody who is, or may be, under 18 (MHA 1983 s136A(1))', () => {
  it.each<[string, Partial<PersonOutline>]>([
    ['a known 17', { ageYears: 17 }],
    ['a known 17 who looks older', { ageYears: 17, appearsUnder18: false }],
    ['an estimated 17', { ageYears: 17, ageBasis: 'estimated' }],
    ['no age at all', { ageYears: null, ageBasis: 'unknown' }],
    ['no age, said to be "known"', { ageYears: null, ageBasis: 'known' }],
    ['an estimated 19 who appears under 18', { ageYears: 19, ageBasis: 'estimated', appearsUnder18: true }],
    [
      'a 30 of unknown origin who appears under 18',
      { ageYears: 30, ageBasis: 'unknown', appearsUnder18: true },
    ],
  ])('is refused for %s, whatever anybody has authorised', (_who, outline) => {
    const person = child(outline);
    expect(mustTreatAsUnder18(person)).toBe(true);
    const refusal = refusalOf(unlawfulArrival(person, arrivalAt('police-station', grounds)));
    expect(refusal).toMatchObject({ code: 'unlawful', rule: 'Mental Health Act 1983 s136A(1)' });
    expect(refusal.details).toEqual({
      ageYears: person.ageYears,
      ageBasis: person.ageBasis,
      appearsUnder18: person.appearsUnder18,
    });
  });

  it('is never allowed by any grounds at all', () => {
    const anyGrounds = fc.record({
      imminentRiskOfSeriousInjuryOrDeath: fc.boolean(),
      noOtherPlaceInThePoliceArea: fc.boolean(),
      healthcareProfessionalThroughout: fc.boolean(),
      authorisedBy: fc.record({
        name: fc.string(),
        rank: fc.constantFrom('inspector' as const, 'superintendent-or-above' as const),
      }),
    });
    const minors = fc.record({
      ageYears: fc.option(fc.integer({ min: 0, max: 17 })),
      ageBasis: fc.constantFrom('known' as const, 'estimated' as const, 'unknown' as const),
      appearsUnder18: fc.boolean(),
    });
    fc.assert(
      fc.property(minors, anyGrounds, (outline, given) => {
        const refusal = unlawfulArrival(child(outline), arrivalAt('police-station', given));
        expect(refusal?.rule).toBe('Mental Health Act 1983 s136A(1)');
      }),
    );
  });
});

describe('a police station for an adult (SI 2017/1036 reg 2)', () => {
  it.each<[string, Partial<PersonOutline>]>([
    ['a known 18', { ageYears: 18 }],
    ['a known 18 who appears under 18', { ageYears: 18, appearsUnder18: true }],
    ['an estimated 40 who appears so', { ageYears: 40, ageBasis: 'estimated' }],
  ])('is allowed for %s when every condition is met and an inspector has authorised it', (_who, outline) => {
    expect(unlawfulArrival(child(outline), arrivalAt('police-station', grounds))).toBeUndefined();
  });

  it.each([
    'imminentRiskOfSeriousInjuryOrDeath',
    'noOtherPlaceInThePoliceArea',
    'healthcareProfessionalThroughout',
  ] as const)('is refused without %s, and says so', (condition) => {
    const refusal = refusalOf(
      unlawfulArrival(adult, arrivalAt('police-station', { ...grounds, [condition]: false })),
    );
    expect(refusal).toMatchObject({ code: 'unlawful', details: { unmet: [condition] } });
    expect(refusal.rule).toContain('SI 2017/1036');
  });

  it('is refused when nobody of inspector rank is named', () => {
    const unauthorised = { ...grounds, authorisedBy: undefined } as unknown as PoliceStationGrounds;
    const nameless = { ...grounds, authorisedBy: { name: ' ', rank: 'inspector' as const } };
    for (const given of [unauthorised, nameless]) {
      expect(refusalOf(unlawfulArrival(adult, arrivalAt('police-station', given))).details).toEqual({
        unmet: ['authorisedBy'],
      });
    }
  });

  it('is refused with the whole list when nothing is said', () => {
    expect(refusalOf(unlawfulArrival(adult, arrivalAt('police-station'))).details).toEqual({
      unmet: [
        'imminentRiskOfSeriousInjuryOrDeath',
        'noOtherPlaceInThePoliceArea',
        'healthcareProfessionalThroughout',
        'authorisedBy',
      ],
    });
  });
});

describe('somebody unlawfully at a police station', () => {
  const there = factAt(
    {
      ...details.arrived,
      placeKind: 'police-station',
      unlawfulBecause: 'Brought in before her age was known.',
    },
    after(30),
  );

  it('can be recorded as such: a record that could not say so would hide it', () => {
    expect(unlawfulArrival(child({ ageYears: 16 }), there)).toBeUndefined();
    expect(unlawfulArrival(adult, there)).toBeUndefined();
  });
});

describe('any other place of safety', () => {
  it.each<PlaceKind>(['suite', 'emergency-department', 'dwelling', 'other'])(
    'needs none of this: %s',
    (placeKind) => {
      expect(unlawfulArrival(child({ ageYears: 12 }), arrivalAt(placeKind))).toBeUndefined();
    },
  );
});
