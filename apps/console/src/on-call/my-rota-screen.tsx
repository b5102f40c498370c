import { plusMinutes } from '@concord/domain';
import { useMemo } from 'react';
import { useSession } from '../app/session';
import { PhoneFrame } from '../frame/phone-frame';
import { Badge } from '../kit/badge';
import { Card } from '../kit/card';
import { useAll, useBoardRevision, useNow } from '../live/live-context';
import { fullTime, timeSeenFrom } from '../time/london';
import { turnsOfPerson } from './my-turns';
import styles from './my-rota.module.css';

const DAYS_AHEAD = 28;

/** My turns on call, the soonest first. */
export const MyRotaScreen = () => {
  const { me } = useSession();
  const loaded = useBoardRevision() !== null;
  const rotas = useAll('rota');
  const minute = `${useNow().slice(0, 17)}00.000Z`;
  const turns = useMemo(
    () =>
      turnsOfPerson(rotas.values(), me.userId, {
        from: minute,
        to: plusMinutes(minute, DAYS_AHEAD * 24 * 60),
      }),
    [rotas, me.userId, minute],
  );
  return (
    <PhoneFrame title="My rota">
      {loaded && turns.length === 0 && (
        <p className={styles.nothing}>You are not on call in the next {DAYS_AHEAD} days.</p>
      )}
      {turns.map(({ rota, from, to }) => (
        <Card
          key={`${rota.id}/${from}`}
          title={rota.name}
          tone={from <= minute ? 'mine' : 'plain'}
          aside={from <= minute && <Badge tone="mine">On call now</Badge>}
        >
          <p>
            {from <= minute ? `Until ${timeSeenFrom(to, minute)}` : `${fullTime(from)} to ${fullTime(to)}`}
          </p>
        </Card>
      ))}
    </PhoneFrame>
  );
};
