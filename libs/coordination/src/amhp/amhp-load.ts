import type { Actor, AmhpLoad } from '@concord/domain';
import { loadOf, plusMinutes } from '@concord/domain';
import type { Store } from '../ports';

const WEEKS_MINUTES = 28 * 24 * 60;
/** A request is not live for longer: one made before the weeks looked at may reach into them. */
const LONGEST_REQUEST_MINUTES = 48 * 60;

/** What was asked of each AMHP of the area over the last four weeks, and how long they attended. */
export const amhpLoad = async (store: Store, { areaId }: Actor): Promise<AmhpLoad[]> => {
  const to = await store.now();
  const from = plusMinutes(to, -WEEKS_MINUTES);
  const [people, requests] = await Promise.all([
    store.people(areaId),
    store.requestsMade(areaId, {
      from: plusMinutes(from, -LONGEST_REQUEST_MINUTES),
      to: plusMinutes(to, 1),
    }),
  ]);
  const team = people.filter(({ duties }) => duties.includes('amhp'));
  const named = team.map(({ userId, name }) => ({ userId, name }));
  return loadOf(requests, named, { from, to });
};
