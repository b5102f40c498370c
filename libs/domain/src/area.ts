import type { PoliceStationRule } from './law/law-in-force';
import type { Position } from './place/place';

export type Nation = 'england' | 'wales';

export type AgencyKind =
  'police' | 'mental-health-trust' | 'local-authority' | 'ambulance-trust' | 'acute-trust' | 'voluntary';

export interface Agency {
  readonly id: string;
  readonly name: string;
  readonly kind: AgencyKind;
}

/** A local agreement area: a police force and its partners, one unit of consistency. */
export interface Area {
  readonly id: string;
  readonly name: string;
  /** Fictional people and places: shown on every screen. */
  readonly demo: boolean;
  readonly nation: Nation;
  readonly refPrefix: string;
  readonly agencies: readonly Agency[];
  readonly districts: readonly { readonly name: string; readonly centre: Position }[];
  /** Dated rules on adults at police stations, for both nations: an area on the border uses both. */
  readonly policeStationRules: readonly PoliceStationRule[];
  readonly revision: number;
}
