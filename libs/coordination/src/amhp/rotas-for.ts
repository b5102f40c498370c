import type { Duty, Rota } from '@concord/domain';
import { serves } from '@concord/domain';
import type { AreaTransaction } from '../ports';

/** The rotas of a duty that serve a district. */
export const rotasFor = async (tx: AreaTransaction, duty: Duty, district: string): Promise<Rota[]> =>
  (await tx.list('rota', { duty })).filter((rota) => serves(rota, district));
