import type { AmhpRequest } from '@concord/domain';
import { openOffer } from '@concord/domain';
import { useState } from 'react';
import { useMayCall } from '../app/session';
import { nobodyWords } from '../amhp/nobody-words';
import { PassedOver } from '../amhp/passed-over';
import { IncidentLink } from '../beds/incident-link';
import { Button } from '../kit/button';
import { hourMinute } from '../time/london';
import { ReassignForm } from './reassign-form';
import { calledWords } from './team-words';
import styles from './team.module.css';
import { Waiting } from './waiting';

/** A request that nobody has: how long it waits, whom it stands with, who was passed over, and what the lead can do. */
export const Unanswered = ({ request }: { readonly request: AmhpRequest }) => {
  const [choosing, setChoosing] = useState(false);
  const may = useMayCall();
  const offer = openOffer(request);
  const said = request.offers.filter(({ answer }) => answer !== null).length;
  return (
    <li className={styles.waiting} data-testid="unanswered">
      <div className={styles.line}>
        <IncidentLink id={request.incidentId} incidentRef={request.incidentRef} />
        <Waiting since={request.requestedAt} />
        <strong>{calledWords(request)}</strong>
        <span>
          {request.district}, asked for at {hourMinute(request.requestedAt)}
        </span>
        <span>
          {offer ? `With ${offer.to.name} until ${hourMinute(offer.answerBy)}` : nobodyWords(request)}
          {said > 0 && `, after ${said} other ${said === 1 ? 'offer' : 'offers'}`}
        </span>
        {may('reassignAmhp') && !choosing && (
          <Button onClick={() => setChoosing(true)}>Offer it to somebody…</Button>
        )}
      </div>
      <PassedOver request={request} />
      {choosing && <ReassignForm request={request} onStop={() => setChoosing(false)} />}
    </li>
  );
};
