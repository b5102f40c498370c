import type { IncidentState } from '@concord/domain';
import type { GlyphName } from '../kit/glyph';
import type { Layer, Tone } from './map-items';

/** Where a person is in a word or two; the list beside says it in full. */
export const briefStateWords: Readonly<Record<IncidentState, string>> = {
  advice: 'not detained',
  diverted: 'not detained',
  detained: 'detained',
  conveying: 'on the way',
  arrived: 'arrived',
  'handed-over': 'handed over',
  assessing: 'assessing',
  absconded: 'absconded',
  concluded: 'ended',
  closed: 'closed',
  'in-error': 'in error',
  merged: 'merged',
};

export const layerWords: Readonly<Record<Layer, string>> = {
  incident: 'Incidents',
  suite: 'Suites',
  'emergency-department': 'Emergency departments',
  'other-place': 'Other places',
  alternative: 'Alternatives to detention',
  car: 'Triage cars',
};

/** The same on a button that stands among others. */
export const layerShort: Readonly<Record<Layer, string>> = {
  incident: 'Incidents',
  suite: 'Suites',
  'emergency-department': 'Emergency',
  'other-place': 'Other',
  alternative: 'Alternatives',
  car: 'Cars',
};

export const glyphOf: Readonly<Record<Tone, GlyphName>> = {
  plain: 'running',
  quiet: 'stopped',
  stale: 'stale',
  soon: 'soon',
  due: 'due',
  over: 'over',
};
