import type { Agreement } from '@concord/domain';
import { agreementInForce } from '@concord/domain';
import { useSyncExternalStore } from 'react';
import { useAll, useLive } from './live-context';

/** The version of the agreement that is in force now; undefined until the board has come. */
export const useAgreement = (): Agreement | undefined => {
  const { ticker } = useLive();
  const versions = useAll('agreement');
  return useSyncExternalStore(ticker.subscribe, () => agreementInForce(versions.values(), ticker.at()));
};
