import type {
  AdmissionKind,
  CompetingBasis,
  ExtensionGround,
  LateEntry,
  Nation,
  PoliceStationGrounds,
  Power,
  SearchPower,
  Side,
} from '@concord/domain';

export const nationWords: Readonly<Record<Nation, string>> = { england: 'England', wales: 'Wales' };

/** The power under which somebody is detained, as it is said aloud. */
export const powerWords: Readonly<Record<Power, string>> = {
  's136-removed': 's136: removed to a place of safety',
  's136-kept': 's136: kept at the place of safety where they were',
  's135-1-removed': 's135(1): removed under a warrant',
  's135-1-kept': 's135(1): kept there under a warrant',
  's135-2': 's135(2): patient retaken under a warrant',
};

export const warrantWords = {
  's135-1': 's135(1): to assess or take to a place of safety',
  's135-2': 's135(2): to retake a patient',
} as const;

export const competingBasisWords: Readonly<Record<CompetingBasis, string>> = {
  'ambulance-outside-emergency-department': 'Ambulance queue outside the emergency department',
  'police-custody-first': 'Police custody came first',
  other: 'Another reading',
};

export const extensionGroundWords: Readonly<Record<ExtensionGround, string>> = {
  'persons-condition': "The person's condition",
  'no-bed': 'No bed',
  'no-amhp': 'No AMHP',
  'no-doctor': 'No doctor',
  other: 'Other',
};

export const searchPowerWords: Readonly<Record<SearchPower, string>> = {
  s136c: 'MHA 1983 s136C',
  'pace-s32': 'PACE 1984 s32 (on arrest)',
};

export const admissionWords: Readonly<Record<AdmissionKind, string>> = {
  informal: 'Informal',
  'section-2': 'Section 2',
  'section-3': 'Section 3',
  'section-4': 'Section 4',
};

export const sideWords: Readonly<Record<Side, string>> = {
  police: 'Police',
  health: 'Health',
};

export const lateEntryWords: Readonly<Record<LateEntry, string>> = {
  paper: 'from paper',
  'no-signal': 'no signal at the time',
  'told-later': 'told later',
};

export const authoriserWords = { constable: 'Constable', amhp: 'AMHP' } as const;

export const rankWords: Readonly<Record<PoliceStationGrounds['authorisedBy']['rank'], string>> = {
  inspector: 'Inspector',
  'chief-inspector': 'Chief inspector',
  'superintendent-or-above': 'Superintendent or above',
};
