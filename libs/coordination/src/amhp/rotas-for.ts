import type { Called, Duty, Rota } from '@concord/domain';
import { neighbourWith, rotasServing } from '@concord/domain';
import type { AreaTransaction } from '../ports';

/** The neighbouring area whose AMHP service owes the duty in a district; null where this area's does, and for doctors. */
export const owingNeighbour = async (
  tx: AreaTransaction,
  duty: Called | Duty,
  district: string,
): Promise<string | null> => {
  const area = await tx.get('area', tx.areaId);
  if (duty !== 'amhp' || !area) return null;
  return neighbourWith(district, area, await tx.list('place', { district }));
};

/** The rotas of a duty that serve a district. */
export const rotasFor = async (tx: AreaTransaction, duty: Duty, district: string): Promise<readonly Rota[]> =>
  rotasServing(await tx.list('rota', { duty }), district, await owingNeighbour(tx, duty, district));
