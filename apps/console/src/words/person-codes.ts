import type {
  AmbulanceCategory,
  Confidence,
  Ethnicity,
  Need,
  ObservedEthnicity,
  RestraintKind,
} from '@concord/domain';

/** What somebody says of themselves, in the 18 + 1 categories of the census in England and Wales. */
export const ethnicityWords: Readonly<Record<Ethnicity, string>> = {
  A1: 'Asian: Indian',
  A2: 'Asian: Pakistani',
  A3: 'Asian: Bangladeshi',
  A4: 'Asian: Chinese',
  A9: 'Asian: any other background',
  B1: 'Black: Caribbean',
  B2: 'Black: African',
  B9: 'Black: any other background',
  M1: 'Mixed: White and Black Caribbean',
  M2: 'Mixed: White and Black African',
  M3: 'Mixed: White and Asian',
  M9: 'Mixed: any other background',
  O2: 'Other: Arab',
  O9: 'Any other ethnic group',
  W1: 'White: British',
  W2: 'White: Irish',
  W3: 'White: Gypsy or Irish Traveller',
  W4: 'White: Roma',
  W9: 'White: any other background',
  NS: 'Not stated',
};

/** What an officer saw, in the identity codes of the police: never put for what the person says. */
export const observedEthnicityWords: Readonly<Record<ObservedEthnicity, string>> = {
  IC1: 'IC1: White, North European',
  IC2: 'IC2: White, South European',
  IC3: 'IC3: Black',
  IC4: 'IC4: South Asian',
  IC5: 'IC5: East or South East Asian',
  IC6: 'IC6: Middle Eastern or North African',
  IC9: 'IC9: Not known',
};

export const confidenceWords: Readonly<Record<Confidence, string>> = {
  witnessed: 'Seen at first hand',
  recorded: 'On a record',
  reported: 'Only reported',
};

export const restraintWords: Readonly<Record<RestraintKind, string>> = {
  held: 'Held by hand',
  handcuffs: 'Handcuffs',
  'limb-restraints': 'Limb restraints',
  'spit-guard': 'Spit guard',
  prone: 'Held face down',
  'rapid-tranquillisation': 'Rapid tranquillisation',
  seclusion: 'Seclusion',
  other: 'Other',
};

export const ambulanceCategoryWords: Readonly<Record<AmbulanceCategory, string>> = {
  '1': 'Category 1',
  '2': 'Category 2',
  '3': 'Category 3',
  '4': 'Category 4',
  interfacility: 'Between facilities',
  'not-known': 'Not known',
};

/** What a person needs of a room, as those with them say it. */
export const personNeedWords: Readonly<Record<Need, string>> = {
  'step-free': 'Step-free access',
  'physical-health-monitoring': 'Physical-health monitoring',
  seclusion: 'Seclusion',
  'in-restraint': 'In restraint now',
  'assistance-dog': 'Assistance dog',
};
