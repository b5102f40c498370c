import type { Hold } from '@concord/domain';
import { firstOf } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { BothSides } from '../incidents/both-sides';
import { FoldedHistory } from '../incidents/folded-history';
import { HeldBy } from '../incidents/held-by';
import { clocksOf, permittedPeriod } from '../incidents/incident-clocks';
import { LegalClock } from '../incidents/legal-clock';
import { PersonPanel } from '../incidents/person-panel';
import { PersonSummary } from '../incidents/person-summary';
import { RecordButtons } from '../incidents/record-buttons';
import { ReleaseForm } from '../incidents/release-form';
import { Badge } from '../kit/badge';
import { GuestSummary, LentRequest } from '../lending/guest-summary';
import { Button } from '../kit/button';
import { Card } from '../kit/card';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { Pair } from '../kit/pair';
import { ReplyCountdown } from '../kit/reply-countdown';
import { useAll } from '../live/live-context';
import { hourMinute } from '../time/london';
import { conveyanceWords } from '../words/codes';
import { RefuseForm } from './refuse-form';
import styles from './unit-screen.module.css';

/** Somebody the suite is asked to take, then somebody it has promised a room. */
export const IncomingCard = ({ hold }: { readonly hold: Hold }) => {
  const [form, setForm] = useState<'refuse' | 'release'>();
  const room = useAll('room').get(hold.roomId);
  const incident = useAll('incident').get(hold.incidentId);
  const agreement = useAll('agreement').get(incident?.agreementId ?? '');
  const guest = room?.guest ?? undefined;
  const limit = incident && permittedPeriod(clocksOf(incident, agreement));
  const accept = useCommand('acceptHold', `${hold.incidentRef}: accepted`);
  const asked = hold.state === 'requested';
  const conveyance = incident && firstOf(incident.facts, 'conveyance-started');
  const detained = incident && firstOf(incident.facts, 'detained');
  const stop = () => setForm(undefined);
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
            ACCEPTED
          </Badge>
        )
      }
    >
      {incident && limit && <LegalClock incident={incident} clock={limit} />}
      {hold.across && <LentRequest across={hold.across} />}
      {guest && <GuestSummary guest={guest} />}
      {incident && <PersonSummary incident={incident} />}
      {incident && <HeldBy incident={incident} />}
      {incident && <BothSides incident={incident} />}
      <div className={styles.facts}>
        <p>
          <strong>{room?.name}</strong> · from{' '}
          {hold.across?.areaName ?? incident?.where.district ?? 'another district'} · asked{' '}
          {hourMinute(hold.requestedAt)} by {hold.requestedBy.name}
        </p>
        {detained && <p>Detained {hourMinute(detained.happenedAt)} under s136</p>}
        {conveyance && (
          <p>
            On the way since {hourMinute(conveyance.happenedAt)} by{' '}
            {conveyanceWords[conveyance.mode].toLowerCase()}
          </p>
        )}
        {!asked && (
          <p>
            Accepted {hold.answeredAt && hourMinute(hold.answeredAt)} by {hold.answeredBy?.name}. The room is
            kept until {hourMinute(hold.expiresAt)}.
          </p>
        )}
      </div>
      {form === 'refuse' && asked && <RefuseForm hold={hold} onStop={stop} />}
      {form === 'release' && <ReleaseForm hold={hold} phone onStop={stop} />}
      {asked && form === undefined && (
        <Pair>
          <CommandButton
            large
            look="primary"
            command={accept}
            onPress={() => accept.send({ holdId: hold.id }, { seenRevision: hold.revision })}
          >
            Accept
          </CommandButton>
          <Button large look="danger" onClick={() => setForm('refuse')}>
            Refuse
          </Button>
        </Pair>
      )}
      <CommandResult command={accept} />
      {!asked && form === undefined && incident && (
        <>
          <RecordButtons
            incident={incident}
            kinds={['arrived']}
            given={{ arrived: { placeId: hold.placeId } }}
            words={{ arrived: 'Person arrived' }}
          />
          <Button large onClick={() => setForm('release')}>
            Cannot take them after all
          </Button>
        </>
      )}
      {incident && !asked && <PersonPanel incident={incident} phone />}
      {incident && !asked && <FoldedHistory incident={incident} />}
    </Card>
  );
};
