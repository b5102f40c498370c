import { Link } from '@tanstack/react-router';
import type { AmhpRequest } from '@concord/domain';
import { holdersOf, mayBeOffered, openOffer, requestIsLive, stateOf } from '@concord/domain';
import { useState } from 'react';
import { useSession } from '../app/session';
import { PhoneFrame } from '../frame/phone-frame';
import { Nothing } from '../kit/nothing';
import { useAll, useBoardRevision, useNow } from '../live/live-context';
import styles from './amhp-screen.module.css';
import { AfterRelease } from './after-release';
import { MineCard } from './mine-card';
import { MyAvailability } from './my-availability';
import { NoLongerMine } from './no-longer-mine';
import { OfferCard } from './offer-card';
import { UnsentAccept } from './unsent-accept';
import { useUnsent } from './use-unsent';

/** This asking of me and no other: a request may be offered to me again. */
const askingOf = ({ id, offers }: AmhpRequest): string => `${id}/${offers.length}`;

const ordinals = ['1st', '2nd', '3rd'];

/** What is asked of me, what I have, and where I stand on the rota. */
export const AmhpScreen = () => {
  const { me, area } = useSession();
  const calls = area.duties.includes('amhp') ? 'amhp' : 'section-12-doctor';
  const now = useNow();
  const loaded = useBoardRevision() !== null;
  const rotas = useAll('rota');
  const requests = [...useAll('amhp-request').values()].filter(requestIsLive);
  const onCall = holdersOf([...rotas.values()], calls, now);
  const line = onCall.findIndex(({ userId }) => userId === me.userId);
  const offers = requests.filter((request) => openOffer(request)?.to.userId === me.userId);
  const mine = requests.filter((request) => request.assigned?.userId === me.userId);
  const incidents = [...useAll('incident').values()];
  const released =
    calls === 'amhp'
      ? incidents.filter((incident) => stateOf(incident.facts) === 'concluded' && mayBeOffered(incident))
      : [];
  const { unsent, keep, forget } = useUnsent(me.userId);
  const [tapped, setTapped] = useState<string>();
  const standing =
    line < 0
      ? 'Not on call now'
      : `On call, ${ordinals[line] ?? `${line + 1}th`} in line of ${onCall.length}`;
  return (
    <PhoneFrame
      title={me.name}
      under={
        loaded && (
          <p className={styles.standing}>
            {standing}{' '}
            <Link to="/rota" className={styles.rota}>
              My rota
            </Link>
          </p>
        )
      }
    >
      {unsent.map((one) => (
        <UnsentAccept key={one.requestId} unsent={one} onGone={() => forget(one)} />
      ))}
      {offers.map((request) => (
        <OfferCard
          key={askingOf(request)}
          request={request}
          waits={unsent.some(({ requestId }) => requestId === request.id)}
          onUnsent={keep}
          onTake={() => setTapped(askingOf(request))}
        />
      ))}
      {mine.map((request) => (
        <MineCard
          key={request.id}
          request={request}
          justTaken={tapped === askingOf(request)}
          onSettled={() => setTapped(undefined)}
        />
      ))}
      {released.map((incident) => (
        <AfterRelease key={incident.id} incident={incident} />
      ))}
      {requests.map((request) => (
        <NoLongerMine key={request.id} request={request} userId={me.userId} />
      ))}
      {loaded && offers.length + mine.length === 0 && (
        <Nothing>
          No requests.{' '}
          {line < 0 ? 'You are not on call.' : `You are ${ordinals[line] ?? `${line + 1}th`} in line.`}
        </Nothing>
      )}
      {loaded && <MyAvailability />}
    </PhoneFrame>
  );
};
