import type { Nation } from '../area';
import type { Need } from './fitness';
import type { LentBy, LentTo } from './lent';
import type { PromiseScore } from './promise';
import type { Pressure, Staffing } from './staffing';

/**
 * Kinds of place of safety (MHA 1983 s135(6)). `other` is "any other suitable place" with the
 * agreement of whoever manages it.
 */
export type PlaceKind = 'suite' | 'emergency-department' | 'police-station' | 'dwelling' | 'other';

export interface Position {
  /** WGS84 degrees. */
  readonly lat: number;
  readonly lon: number;
}

export interface Place {
  readonly id: string;
  readonly areaId: string;
  readonly agencyId: string;
  readonly name: string;
  readonly kind: PlaceKind;
  /** Whose law and Code apply there: on a border not always the area's own. */
  readonly nation: Nation;
  readonly district: string;
  readonly position: Position;
  readonly telephone: string;
  /** What every room of it meets. */
  readonly meets: readonly Need[];
  /** Districts it is meant for first; empty means all alike. */
  readonly catchment: readonly string[];
  /** Of a suite: what it last said of its staff. Null where it does not say. */
  readonly staffing: Staffing | null;
  /** Of an emergency department: how hard it is pressed. */
  readonly pressure: Pressure | null;
  /** What its promises of rooms have been worth. */
  readonly promises: PromiseScore;
  /** Of a neighbour's place: whose it is, and until when it is lent. */
  readonly lentBy: LentBy | null;
  /** Neighbours to whom it is lent. */
  readonly lentTo: readonly LentTo[];
  readonly revision: number;
}

const EARTH_KM = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in kilometres. */
export const distanceKm = (a: Position, b: Position): number => {
  const dLat = radians(b.lat - a.lat);
  const dLon = radians(b.lon - a.lon);
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(h));
};

/** Estimated drive in whole minutes: great-circle distance by the area's road factor and mean speed. */
export const driveMinutes = (from: Position, to: Position, roadFactor: number, kmPerHour: number): number =>
  Math.max(1, Math.round(((distanceKm(from, to) * roadFactor) / kmPerHour) * 60));
