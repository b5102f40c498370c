import type { Agreement, Incident } from '@concord/domain';
import type { AreaTransaction } from '../ports';

/** The version that an incident began under, and keeps. */
export const agreementOf = async (tx: AreaTransaction, incident: Incident): Promise<Agreement> => {
  const agreement = await tx.get('agreement', incident.agreementId);
  if (!agreement) throw new Error(`incident ${incident.ref} is stamped with a missing agreement`);
  return agreement;
};
