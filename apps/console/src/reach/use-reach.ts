import type { Instant, ReachReport } from '@concord/domain';
import { agreementInForce, nightlyBefore, plusMinutes } from '@concord/domain';
import { useAll } from '../live/live-context';

/** Minutes after six by which the night's look has been made where the engine runs. */
const GRACE_MINUTES = 5;

/** The area's last look at who would be reached, and whether one that was owed has not been made. */
export const useReach = (now: Instant): { report: ReachReport | undefined; missed: Instant | null } => {
  const [report] = useAll('reach-report').values();
  const agreements = useAll('agreement');
  const night = nightlyBefore(plusMinutes(now, -GRACE_MINUTES));
  const owed = agreementInForce(agreements.values(), night) !== undefined;
  const made = report?.night !== undefined && report.night !== null && report.night >= night;
  return { report, missed: owed && !made ? night : null };
};
