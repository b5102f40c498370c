import type { AmhpRequest } from '@concord/domain';
import { openOffer, requestIsLive } from '@concord/domain';
import { useSession } from '../app/session';
import { useAll } from '../live/live-context';

/** Every live request on this board; of those, which wait for my answer, and which are mine. */
export const useMyRequests = () => {
  const { me } = useSession();
  const requests = [...useAll('amhp-request').values()].filter(requestIsLive);
  const is = (who: { readonly userId: string } | null | undefined) => who?.userId === me.userId;
  return {
    requests,
    offers: requests.filter((request: AmhpRequest) => is(openOffer(request)?.to)),
    mine: requests.filter(({ assigned }) => is(assigned)),
  };
};
