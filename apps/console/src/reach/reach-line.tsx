import { Link } from '@tanstack/react-router';
import type { Instant } from '@concord/domain';
import { isSoon, nightlyAfter } from '@concord/domain';
import { Badge } from '../kit/badge';
import { fullTime } from '../time/london';
import { useReach } from './use-reach';
import styles from './reach.module.css';

/** What the last look at who would be reached comes to, in one line, with the way to it. */
export const ReachLine = ({ now }: { readonly now: Instant }) => {
  const { report, missed } = useReach(now);
  const gaps = report?.gaps.filter(({ kind }) => kind !== 'other-ways-only') ?? [];
  const soon = gaps.filter((gap) => isSoon(gap, now)).length;
  return (
    <p className={styles.line}>
      {missed && <Badge tone="over">Last night’s look was not made</Badge>}
      {gaps.length > 0 && (
        <Badge tone={soon > 0 ? 'over' : 'due'}>
          {gaps.length} of the ladders’ calls would reach nobody{soon > 0 && `, ${soon} within a day`}
        </Badge>
      )}
      {report && gaps.length === 0 && !missed && (
        <Badge tone="stopped">Every step would reach somebody</Badge>
      )}
      {!report && !missed && (
        <span>Not looked at yet: the first look is at {fullTime(nightlyAfter(now))}.</span>
      )}
      <Link to="/on-call/reach">Who would be reached</Link>
    </p>
  );
};
