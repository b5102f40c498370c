import type { Lending } from '@concord/domain';
import { useState } from 'react';
import { useMayCall } from '../app/session';
import { useCommand } from '../commands';
import { ReasonForm } from '../incidents/reason-form';
import { Badge } from '../kit/badge';
import { Button } from '../kit/button';
import { useAll, useNow } from '../live/live-context';
import styles from './lending.module.css';
import { lentForWords, rulesWords } from './lending-words';

/** Rooms promised to the borrower, or with somebody of the borrower's in them. */
const useRoomsInUse = ({ side, places, other }: Lending): number => {
  const ids = new Set(places.map(({ id }) => id));
  return [...useAll('room').values()].filter(
    ({ placeId, guest, holdId, incidentId }) =>
      ids.has(placeId) &&
      (side === 'lends' ? guest?.areaId === other.areaId : holdId !== null || incidentId !== null),
  ).length;
};

/** One lending: which way, what, by what rules, how long still; and for the lender, its end. */
export const LendingCard = ({ lending }: { readonly lending: Lending }) => {
  const now = useNow();
  const mayCall = useMayCall();
  const [ending, setEnding] = useState(false);
  const inUse = useRoomsInUse(lending);
  const { side, other, places, rules } = lending;
  const command = useCommand('withdrawLending', `${other.areaName}: no longer lent`);
  const rulesSaid = rulesWords(rules);
  return (
    <li className={styles.lending} data-testid={`lending-${side}`}>
      <p className={styles.head}>
        <Badge tone="lent">
          {side === 'lends' ? `WE LEND to ${other.areaName}` : `LENT TO US by ${other.areaName}`}
        </Badge>
        <strong>{places.map(({ name }) => name).join(', ')}</strong>
        <span className={styles.span}>{lentForWords(lending, now)}</span>
      </p>
      <p className={styles.rules}>
        {[
          rulesSaid.length > 0 ? rulesSaid.join(' · ') : 'No rules besides those of the rooms',
          inUse === 0 ? 'no room in use' : `${inUse} in use`,
          `offered by ${lending.offeredBy.name}`,
        ].join(' · ')}
      </p>
      {side === 'lends' && mayCall('withdrawLending') && !ending && (
        <Button onClick={() => setEnding(true)}>Withdraw…</Button>
      )}
      {ending && (
        <ReasonForm
          does="Withdraw"
          label="Why it is no longer lent"
          hint={`${other.areaName} is told at once. Requests not yet accepted are withdrawn; whoever is accepted or here stays.`}
          look="danger"
          phone={false}
          command={command}
          onSend={(reason) =>
            command.send({ lendingId: lending.id }, { reason, seenRevision: lending.revision }, () =>
              setEnding(false),
            )
          }
          onStop={() => setEnding(false)}
        />
      )}
    </li>
  );
};
