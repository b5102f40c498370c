import type {
  Likelihood,
  Need,
  Observation,
  OutsideKind,
  PlaceKind,
  PressureState,
  PromiseReason,
  SexBand,
} from '@concord/domain';
import type { GlyphName } from '../kit/glyph';

export const pressureWords: Readonly<Record<PressureState, string>> = {
  taking: 'Taking',
  pressured: 'Pressured',
  escalated: 'Formally escalated',
};

/** Only what asks for something has a colour: a department that takes people is the ordinary case. */
export const pressureTones: Readonly<Record<PressureState, GlyphName>> = {
  taking: 'running',
  pressured: 'soon',
  escalated: 'due',
};

export const placeKindWords: Readonly<Record<PlaceKind, string>> = {
  suite: 'Suite',
  'emergency-department': 'Emergency department',
  'police-station': 'Police station',
  dwelling: 'Dwelling',
  other: 'Other place',
};

const { 'police-station': _station, ...outside } = placeKindWords;
/** A place outside the network is never a police station. */
export const outsideKindWords: Readonly<Record<OutsideKind, string>> = outside;

export const needWords: Readonly<Record<Need, string>> = {
  'step-free': 'step-free',
  'physical-health-monitoring': 'physical-health monitoring',
  seclusion: 'seclusion',
  'in-restraint': 'takes people in restraint',
  'assistance-dog': 'assistance dogs',
};

export const sexBandWords: Readonly<Record<SexBand, string>> = {
  any: '',
  female: 'women',
  male: 'men',
};

export const promiseReasonWords: Readonly<Record<PromiseReason, string>> = {
  discharge: 'discharge',
  cleaning: 'cleaning',
  'staff-due': 'staff due',
  repair: 'repair',
  other: 'other',
};

export const likelihoodWords: Readonly<Record<Likelihood, string>> = {
  likely: 'likely',
  possible: 'possible',
};

export const sourceWords: Readonly<Record<Observation['source'], string>> = {
  site: 'at the site',
  telephone: 'by telephone',
  system: 'Concord',
  'set-up': 'as the area was set up',
};

/** "Nettlefold General Hospital": that it is an emergency department is said by where it stands. */
export const shortPlaceName = (name: string): string =>
  name.replace(/[,(]\s*(emergency department|police station)\)?$/i, '').trim();
