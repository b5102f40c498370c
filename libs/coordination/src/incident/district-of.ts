import type { Incident } from '@concord/domain';
import { currentPlaceId } from '@concord/domain';
import type { AreaTransaction } from '../ports';

/** The district where the person is: the duty to assess follows them, not where they live (MHA 1983 s13). */
export const districtOf = async (tx: AreaTransaction, incident: Incident): Promise<string> => {
  const placeId = currentPlaceId(incident.facts);
  const place = placeId === null ? undefined : await tx.get('place', placeId);
  return place?.district ?? incident.where.district;
};
