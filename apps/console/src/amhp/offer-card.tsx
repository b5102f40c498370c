import type { AmhpRequest, Instant } from '@concord/domain';
import { openOffer } from '@concord/domain';
import { useSession } from '../app/session';
import { useCommand } from '../commands';
import { HeldBy } from '../incidents/held-by';
import { clocksOf } from '../incidents/incident-clocks';
import { LegalClocks } from '../incidents/legal-clock';
import { PersonSummary } from '../incidents/person-summary';
import { Button } from '../kit/button';
import { Card } from '../kit/card';
import { CommandResult } from '../kit/command-result';
import { Pair } from '../kit/pair';
import { ReplyCountdown } from '../kit/reply-countdown';
import { useAll, useConnected, useLive } from '../live/live-context';
import { hourMinute } from '../time/london';
import { AcceptLaterForm } from './accept-later-form';
import styles from './amhp-screen.module.css';
import { DeclineChoices } from './decline-choices';
import { useCircumstances } from './use-circumstances';
import type { Unsent } from './use-unsent';
import { WhereTheyAre } from './where-they-are';

/** What is open in an offer besides its buttons. */
export type AnswerForm = 'decline' | 'later';

interface Props {
  readonly request: AmhpRequest;
  /** The keys are for this one. */
  readonly first: boolean;
  readonly form: AnswerForm | undefined;
  readonly onForm: (form: AnswerForm | undefined) => void;
  /** My acceptance was tapped while nothing could be sent, and waits. */
  readonly waits: boolean;
  readonly onUnsent: (unsent: Unsent) => void;
  /** My acceptance is on its way. The answer may find this card gone: the board can be quicker. */
  readonly onTake: () => void;
}

/** How long the drive is from where I said that I set out; nothing where I have not said. */
const useDrive = (request: AmhpRequest): number | undefined => {
  const { me } = useSession();
  const incident = useAll('incident').get(request.incidentId);
  const so = useCircumstances(incident, request)?.so;
  const district = so?.availability.find(({ userId }) => userId === me.userId)?.district;
  return district ? so?.drives.get(district) : undefined;
};

/** A request that waits for my answer. It is not mine until the server says so. */
export const OfferCard = ({ request, first, waits, form, onForm, onUnsent, onTake }: Props) => {
  const { clock } = useLive();
  const connected = useConnected();
  const incident = useAll('incident').get(request.incidentId);
  const agreement = useAll('agreement').get(incident?.agreementId ?? '');
  const accept = useCommand('acceptOffer', `${request.incidentRef} is yours`);
  const drive = useDrive(request);
  const offer = openOffer(request);
  if (!offer) return null;
  const back = () => onForm(undefined);
  const take = (notBefore?: Instant) => {
    const { id, incidentRef, revision } = request;
    if (accept.sending) return;
    if (connected) {
      onTake();
      accept.send({ requestId: id }, { seenRevision: revision, ...(notBefore ? { notBefore } : {}) });
    } else onUnsent({ requestId: id, incidentRef, seenRevision: revision, notBefore, tappedAt: clock.now() });
  };
  return (
    <Card
      testId="offer"
      tone="due"
      title={`New request: ${request.incidentRef}`}
      aside={<ReplyCountdown from={offer.offeredAt} until={offer.answerBy} />}
    >
      {incident && <WhereTheyAre incident={incident} />}
      {drive !== undefined && <p className={styles.where}>{drive} min drive</p>}
      {incident && <PersonSummary incident={incident} />}
      {incident && <LegalClocks incident={incident} clocks={clocksOf(incident, agreement)} />}
      {form === 'decline' && <DeclineChoices request={request} onBack={back} />}
      {form === 'later' && !waits && <AcceptLaterForm sending={accept.sending} onTake={take} onStop={back} />}
      {form === undefined && !waits && (
        <>
          <Pair>
            <Button
              large
              look="primary"
              shortcut={first ? 'Y' : undefined}
              aria-disabled={accept.sending}
              onClick={() => take()}
            >
              {accept.sending ? 'Sending…' : connected ? 'Accept' : 'Offer to accept'}
            </Button>
            <Button large shortcut={first ? 'X' : undefined} onClick={() => onForm('decline')}>
              Can’t take
            </Button>
          </Pair>
          <Button large onClick={() => onForm('later')}>
            {connected ? 'Accept from a time…' : 'Offer to accept from a time…'}
          </Button>
        </>
      )}
      {waits && (
        <p className={styles.where}>
          <strong>Your acceptance has not been sent. It waits at the top of this screen.</strong>
        </p>
      )}
      <CommandResult command={accept} />
      <p className={styles.not}>
        {accept.sending ? 'Sent, and not yet answered: not' : 'Not'} yours until it says “Yours”.
      </p>
      {incident && <HeldBy incident={incident} />}
      <p className={styles.where}>
        <span>
          Asked for at {hourMinute(request.requestedAt)}, offered to you at {hourMinute(offer.offeredAt)}
        </span>
      </p>
    </Card>
  );
};
