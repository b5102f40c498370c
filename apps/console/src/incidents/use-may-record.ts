import { mayRecord } from '@concord/contracts';
import type { FactKind } from '@concord/domain';
import { useMayCall, useSession } from '../app/session';

/** Whether a fact of this kind is mine to record, put right or take back. */
export const useMayRecord = (): ((kind: FactKind) => boolean) => {
  const { area } = useSession();
  const mayCall = useMayCall();
  return (kind) => mayCall('recordFact') && mayRecord(area.duties, kind);
};
