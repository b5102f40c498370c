import type { Area } from '../area';
import type { Rota } from '../on-call/rota';
import { serves } from '../on-call/rota';
import type { Place } from '../place/place';

/**
 * The neighbouring area, by its name, that a district is in, as far as a place that it has lent tells;
 * null for a district of this area. The AMHP service for where the person is owes the duty (MHA 1983 s13).
 */
export const neighbourWith = (
  district: string,
  { districts }: Pick<Area, 'districts'>,
  places: readonly Pick<Place, 'district' | 'lentBy'>[],
): string | null =>
  districts.some(({ name }) => name === district)
    ? null
    : (places.find((place) => place.district === district && place.lentBy !== null)?.lentBy?.areaName ??
      null);

/** The rotas that serve a district; one that names none serves its own area, and nothing across the border. */
export const rotasServing = (
  rotas: readonly Rota[],
  district: string,
  neighbour: string | null,
): readonly Rota[] =>
  rotas.filter((rota) => (neighbour === null ? serves(rota, district) : rota.districts.includes(district)));
