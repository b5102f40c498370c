import type { Hold, HoldState, Place } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { BothSides } from '../incidents/both-sides';
import { ExtendForm } from '../incidents/extend-form';
import { FoldedHistory } from '../incidents/folded-history';
import { HeldBy } from '../incidents/held-by';
import { clocksOf, permittedPeriod } from '../incidents/incident-clocks';
import { LegalClock } from '../incidents/legal-clock';
import { PersonPanel } from '../incidents/person-panel';
import { PersonSummary } from '../incidents/person-summary';
import { RecordButtons } from '../incidents/record-buttons';
import { Unfit, useUnfit } from '../incidents/unfit';
import { Badge } from '../kit/badge';
import { Button } from '../kit/button';
import { Card } from '../kit/card';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { ReplyCountdown } from '../kit/reply-countdown';
import { GuestSummary, LentRequest } from '../lending/guest-summary';
import { useAll, useNow } from '../live/live-context';
import { hourMinute, timeInList } from '../time/london';
import { AcceptLaterForm } from './accept-later-form';
import { ComingFacts } from './coming-facts';
import styles from './incoming.module.css';
import { RefuseForm } from './refuse-form';

export type IncomingForm = 'refuse' | 'later' | 'extend';

const fits: Readonly<Record<IncomingForm, readonly HoldState[]>> = {
  refuse: ['requested', 'accepted'],
  later: ['requested'],
  extend: ['requested', 'accepted'],
};

interface Props {
  readonly hold: Hold;
  readonly place: Place | undefined;
  /** Whether the letters answer this one: the first that waits. */
  readonly first: boolean;
  readonly form: IncomingForm | undefined;
  readonly onForm: (form: IncomingForm | undefined) => void;
}

interface AskedProps extends Pick<Props, 'hold' | 'first' | 'onForm'> {
  readonly fitting: boolean;
}

const Asked = ({ hold, first, fitting, onForm }: AskedProps) => {
  const accept = useCommand('acceptHold', `${hold.incidentRef}: accepted`);
  const waits = hold.across?.yes === 'awaited' || !fitting;
  return (
    <>
      {!waits && (
        <CommandButton
          large
          look="primary"
          command={accept}
          shortcut={first ? 'Y' : undefined}
          onPress={() => accept.send({ holdId: hold.id }, { seenRevision: hold.revision })}
        >
          Accept
        </CommandButton>
      )}
      <div className={styles.pair}>
        {!waits && (
          <Button large onClick={() => onForm('later')}>
            Accept, not before…
          </Button>
        )}
        <Button large look="danger" shortcut={first ? 'F' : undefined} onClick={() => onForm('refuse')}>
          Refuse
        </Button>
      </div>
      <CommandResult command={accept} />
    </>
  );
};

/** Somebody the suite is asked to take, then somebody it has promised a room. */
export const IncomingCard = ({ hold, place, first, form: wanted, onForm }: Props) => {
  const now = useNow();
  const [more, setMore] = useState(false);
  const incident = useAll('incident').get(hold.incidentId);
  const agreement = useAll('agreement').get(incident?.agreementId ?? '');
  const guest = useAll('room').get(hold.roomId)?.guest;
  const limit = incident && permittedPeriod(clocksOf(incident, agreement));
  const asked = hold.state === 'requested';
  // An answer may be on the board before its own form hears of it: a form that no longer fits is shut.
  const form = wanted === undefined || fits[wanted].includes(hold.state) ? wanted : undefined;
  const unfit = useUnfit(hold);
  const stop = () => onForm(undefined);
  const later = hold.notBefore !== null && hold.notBefore > now;
  return (
    <Card
      testId="incoming"
      tone={asked ? 'due' : 'mine'}
      title={`${asked ? 'Asked to take' : 'Coming'}: ${hold.incidentRef}`}
      aside={
        asked ? (
          <ReplyCountdown from={hold.requestedAt} until={hold.expiresAt} />
        ) : (
          <Badge tone="mine" large>
            {hold.notBefore && later ? `ACCEPTED, NOT BEFORE ${hourMinute(hold.notBefore)}` : 'ACCEPTED'}
          </Badge>
        )
      }
    >
      {incident && limit && <LegalClock incident={incident} clock={limit} />}
      {hold.across && <LentRequest across={hold.across} />}
      {guest && <GuestSummary guest={guest} />}
      {incident && <PersonSummary incident={incident} />}
      <ComingFacts hold={hold} incident={incident} place={place} />
      {incident && <HeldBy incident={incident} />}
      {incident && <BothSides incident={incident} />}
      {!asked && (
        <p className={styles.quiet}>
          Accepted {hold.answeredAt && hourMinute(hold.answeredAt)} by {hold.answeredBy?.name}. The room is
          kept until {timeInList(hold.expiresAt, now)}.
        </p>
      )}
      <Unfit why={unfit} />
      {form === 'refuse' && <RefuseForm hold={hold} onStop={stop} />}
      {form === 'later' && <AcceptLaterForm hold={hold} onStop={stop} />}
      {form === 'extend' && <ExtendForm hold={hold} phone onStop={stop} />}
      {form === undefined && asked && (
        <Asked hold={hold} first={first} fitting={unfit.length === 0} onForm={onForm} />
      )}
      {form === undefined && !asked && incident && (
        <RecordButtons
          incident={incident}
          kinds={['arrived']}
          given={{ arrived: { placeId: hold.placeId } }}
          words={{ arrived: 'Person arrived' }}
        />
      )}
      {form === undefined && (
        <div className={styles.smaller}>
          <Button look="quiet" onClick={() => onForm('extend')}>
            {asked ? 'More time to answer…' : 'Keep the room longer…'}
          </Button>
          {!asked && (
            <Button look="quiet" onClick={() => onForm('refuse')}>
              Cannot take them after all…
            </Button>
          )}
          {incident && !asked && (
            <Button look="quiet" aria-expanded={more} onClick={() => setMore(!more)}>
              {more ? 'Less of them' : 'More of them'}
            </Button>
          )}
        </div>
      )}
      {incident && !asked && more && <PersonPanel incident={incident} phone />}
      {incident && !asked && more && <FoldedHistory incident={incident} />}
    </Card>
  );
};
