import type { FactOf, Hold, Incident, Place, Room } from '@concord/domain';
import { holdIsLiveAt, searchOwed } from '@concord/domain';
import { roomsOf } from '../incidents/around';
import { useMySide } from '../incidents/use-my-side';
import { useAll, useNow } from '../live/live-context';
import { isAnswered } from './answered-card';
import type { Here } from './here';
import { hereAt } from './here';

export interface Suite {
  readonly place: Place | undefined;
  readonly rooms: readonly Room[];
  /** Asked and not yet answered, whoever must be answered first on top. */
  readonly asked: readonly Hold[];
  readonly coming: readonly Hold[];
  /** For whom this suite, having refused, finds the next place. */
  readonly owed: readonly { readonly incident: Incident; readonly search: FactOf<'search-owed'> }[];
  /** No longer open here, and still news. */
  readonly answered: readonly Hold[];
  readonly present: readonly { readonly incident: Incident; readonly here: Here }[];
}

const byExpiry = (a: Hold, b: Hold): number => (a.expiresAt < b.expiresAt ? -1 : 1);

/** Everything of one suite that its screen shows. */
export const useSuite = (placeId: string): Suite => {
  const now = useNow();
  const side = useMySide();
  const place = useAll('place').get(placeId);
  const rooms = useAll('room');
  const incidents = useAll('incident');
  const holds = [...useAll('hold').values()].filter((hold) => hold.placeId === placeId);
  const live = holds.filter((hold) => holdIsLiveAt(hold, now)).sort(byExpiry);
  const reversed = new Set(holds.flatMap(({ reverses }) => reverses ?? []));
  return {
    place,
    rooms: roomsOf(rooms, placeId),
    asked: live.filter(({ state }) => state === 'requested'),
    coming: live.filter(({ state }) => state === 'accepted'),
    owed: [...incidents.values()].flatMap((incident) => {
      const search = searchOwed(incident.facts);
      return search?.placeId === placeId ? [{ incident, search }] : [];
    }),
    answered: holds.filter((hold) => isAnswered(hold, reversed, now)).sort(byExpiry),
    present: [...incidents.values()].flatMap((incident) => {
      const here = hereAt(incident.facts, placeId, side);
      return here ? [{ incident, here }] : [];
    }),
  };
};
