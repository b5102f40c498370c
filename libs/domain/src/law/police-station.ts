import type { FactOf } from '../incident/fact';
import type { PersonOutline } from '../incident/person';
import { mustTreatAsUnder18 } from '../incident/person';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';
import type { LawInForce } from './law-in-force';
import { placesOfSafetyRegulations2017 } from './law-in-force';

/** What the law says of taking this person to a police station, for those who have to decide. */
export interface StationRule {
  readonly allowed: 'never' | 'conditions';
  readonly says: string;
  readonly rule: string;
}

/** The same rules as `unlawfulArrival`, said before anybody sets off. */
export const stationRule = (person: PersonOutline, law: LawInForce): StationRule => {
  if (mustTreatAsUnder18(person))
    return {
      allowed: 'never',
      says: 'Never for a person under 18, or who may be.',
      rule: 'Mental Health Act 1983 s136A(1)',
    };
  if (law.adults === 'never')
    return { allowed: 'never', says: 'No longer a place of safety.', rule: law.source };
  return {
    allowed: 'conditions',
    says: 'Only with an imminent risk of serious injury or death, no other place in the police area that can manage it, and a healthcare professional throughout; an inspector or above must authorise it.',
    rule: 'SI 2017/1036 reg 2',
  };
};

/**
 * Whether an arrival at a police station is forbidden. A person under 18, or who must be treated
 * so, may never be taken to one (MHA 1983 s136A(1)). An adult only while the law in force when the
 * detention began allows it at all, where all three conditions are met and an officer of inspector
 * rank or above authorised it (SI 2017/1036 reg 2). What happened all the same is recorded as unlawful,
 * with why: a record that cannot say so would hide it.
 */
export const unlawfulArrival = (
  person: PersonOutline,
  arrival: FactOf<'arrived'>,
  law: LawInForce = placesOfSafetyRegulations2017,
  { wasThere = false } = {},
): Refusal | undefined => {
  if (arrival.placeKind !== 'police-station' || arrival.unlawfulBecause) return undefined;
  if (!wasThere && mustTreatAsUnder18(person)) {
    return refuse('unlawful', 'A person under 18, or who may be, must never be taken to a police station.', {
      rule: 'Mental Health Act 1983 s136A(1)',
      details: {
        ageYears: person.ageYears,
        ageBasis: person.ageBasis,
        appearsUnder18: person.appearsUnder18,
      },
    });
  }
  if (!wasThere && law.adults === 'never') {
    return refuse('unlawful', 'A police station is no longer a place of safety.', {
      rule: law.source,
      details: { nation: law.nation },
    });
  }
  const grounds = arrival.policeStation;
  const unmet = [
    !grounds?.imminentRiskOfSeriousInjuryOrDeath && 'imminentRiskOfSeriousInjuryOrDeath',
    !grounds?.noOtherPlaceInThePoliceArea && 'noOtherPlaceInThePoliceArea',
    !grounds?.healthcareProfessionalThroughout && 'healthcareProfessionalThroughout',
    !grounds?.authorisedBy?.name.trim() && 'authorisedBy',
  ].filter((name): name is Exclude<typeof name, false> => name !== false);
  if (unmet.length === 0) return undefined;
  return refuse(
    'unlawful',
    'A police station is allowed for an adult only when every condition of the Regulations is met and an inspector has authorised it.',
    {
      rule: 'Mental Health Act 1983 (Places of Safety) Regulations 2017 (SI 2017/1036) reg 2',
      details: { unmet },
    },
  );
};
