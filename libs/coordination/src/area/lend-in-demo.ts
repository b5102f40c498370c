import type { Actor } from '@concord/domain';
import { LONGEST_LENDING_MINUTES, plusMinutes, refused } from '@concord/domain';
import { lendPlaces } from '../lending/lend-places';
import type { Store } from '../ports';
import type { AreaIds } from './create-area';

/** The demo's neighbour lends its suite from the beginning, one room at a time. Done once: whoever takes it back has. */
export const lendInDemo = async (store: Store, lender: AreaIds, borrower: AreaIds): Promise<void> => {
  if ((await store.list(lender.areaId, 'lending')).length > 0) return;
  const who = lender.people['neighbour-coordinator'];
  const place = lender.places['sedge'];
  if (!who || !place) throw new Error('the demo’s neighbour has nobody to lend its suite');
  const actor: Actor = {
    ...who,
    agencyId: lender.agencies['trust'] ?? '',
    areaId: lender.areaId,
    duties: ['s136-coordinator'],
    placeIds: [],
    resourceIds: [],
  };
  const lent = await lendPlaces(store, actor, {
    toAreaId: borrower.areaId,
    placeIds: [place],
    until: plusMinutes(await store.now(), LONGEST_LENDING_MINUTES),
    rules: { atMost: 1, ages: 'any-age', hours: null, needsYes: false, ranked: 'after-own' },
  });
  if (refused(lent)) throw new Error(`the demo’s neighbour does not lend: ${lent.message}`);
};
