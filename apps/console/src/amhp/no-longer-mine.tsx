import type { AmhpRequest } from '@concord/domain';
import { Card } from '../kit/card';
import styles from './amhp-screen.module.css';

/** A request that the duty lead gave to somebody else, while it goes on: said once, with the lead's reason. */
export const NoLongerMine = ({
  request,
  userId,
}: {
  readonly request: AmhpRequest;
  readonly userId: string;
}) => {
  const mine = request.offers.findLast(({ to }) => to.userId === userId);
  if (mine?.answer !== 'reassigned') return null;
  return (
    <Card testId="no-longer-mine" title={`${request.incidentRef} is no longer yours`}>
      <p className={styles.where}>
        <strong>The duty lead has asked somebody else. You need not go.</strong>
        <span>{mine.reason}</span>
      </p>
    </Card>
  );
};
