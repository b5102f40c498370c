import type { AmhpRequest } from '@concord/domain';
import { openOffer } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { HeldBy } from '../incidents/held-by';
import { clocksOf } from '../incidents/incident-clocks';
import { LegalClocks } from '../incidents/legal-clock';
import { PersonSummary } from '../incidents/person-summary';
import { Button } from '../kit/button';
import { Card } from '../kit/card';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { Pair } from '../kit/pair';
import { ReplyCountdown } from '../kit/reply-countdown';
import { useAll } from '../live/live-context';
import { hourMinute } from '../time/london';
import styles from './amhp-screen.module.css';
import { AcceptLaterForm } from './accept-later-form';
import { DeclineChoices } from './decline-choices';
import { WhereTheyAre } from './where-they-are';

/** A request that waits for my answer. It is not mine until the server says so. */
export const OfferCard = ({ request }: { readonly request: AmhpRequest }) => {
  const [answering, setAnswering] = useState<'decline' | 'later'>();
  const incident = useAll('incident').get(request.incidentId);
  const agreement = useAll('agreement').get(incident?.agreementId ?? '');
  const accept = useCommand('acceptOffer', `${request.incidentRef} is yours`);
  const offer = openOffer(request);
  if (!offer) return null;
  const back = () => setAnswering(undefined);
  return (
    <Card
      testId="offer"
      tone="due"
      title={`New request: ${request.incidentRef}`}
      aside={<ReplyCountdown from={offer.offeredAt} until={offer.answerBy} />}
    >
      {incident && <WhereTheyAre incident={incident} />}
      {incident && <PersonSummary incident={incident} />}
      {incident && <LegalClocks incident={incident} clocks={clocksOf(incident, agreement)} />}
      {incident && <HeldBy incident={incident} />}
      <p className={styles.where}>
        <span>
          Asked for at {hourMinute(request.requestedAt)}, offered to you at {hourMinute(offer.offeredAt)}
        </span>
      </p>
      {answering === 'decline' && <DeclineChoices request={request} onBack={back} />}
      {answering === 'later' && <AcceptLaterForm request={request} command={accept} onStop={back} />}
      {answering === undefined && (
        <>
          <Pair>
            <CommandButton
              large
              look="primary"
              command={accept}
              onPress={() => accept.send({ requestId: request.id }, { seenRevision: request.revision })}
            >
              Accept
            </CommandButton>
            <Button large onClick={() => setAnswering('decline')}>
              Can’t take
            </Button>
          </Pair>
          <Button large onClick={() => setAnswering('later')}>
            Accept from a time…
          </Button>
          <CommandResult command={accept} />
        </>
      )}
      <p className={styles.not}>Not yours until it says “Yours”.</p>
    </Card>
  );
};
