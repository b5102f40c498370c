import type { Instant, Rota } from '@concord/domain';
import { plusMinutes, rotaWarnings } from '@concord/domain';
import { useMemo, useState } from 'react';
import { useSession } from '../app/session';
import { PhoneFrame } from '../frame/phone-frame';
import { Badge } from '../kit/badge';
import { Button } from '../kit/button';
import { Card } from '../kit/card';
import { Nothing } from '../kit/nothing';
import { useAll, useBoardRevision, useNow } from '../live/live-context';
import { fullTime, fullTimeWithZone, timeSeenFrom } from '../time/london';
import { CalendarLink } from './calendar-link';
import type { MyTurn } from './my-turns';
import { turnsOfPerson } from './my-turns';
import { SwapCards, swapsOf } from './swap-cards';
import { SwapForm } from './swap-form';

const DAYS_AHEAD = 28;

const useMine = (rotas: ReadonlyMap<string, Rota>, userId: string, now: Instant) =>
  useMemo(() => {
    const window = { from: now, to: plusMinutes(now, DAYS_AHEAD * 24 * 60) };
    return {
      turns: turnsOfPerson(rotas.values(), userId, window),
      swaps: swapsOf(rotas.values(), userId),
      lost: rotaWarnings([...rotas.values()], window).filter(
        ({ kind, who }) => kind === 'no-shift' && who.userId === userId,
      ),
    };
  }, [rotas, userId, now]);

const Turn = ({ turn, me, now }: { readonly turn: MyTurn; readonly me: string; readonly now: Instant }) => {
  const [offering, setOffering] = useState(false);
  const { rota, from, to } = turn;
  const on = from <= now;
  return (
    <Card title={rota.name} tone={on ? 'mine' : 'plain'} aside={on && <Badge tone="mine">On call now</Badge>}>
      <p>{on ? `Until ${timeSeenFrom(to, now)}` : `${fullTime(from)} to ${fullTime(to)}`}</p>
      {offering ? (
        <SwapForm turn={turn} me={me} now={now} onDone={() => setOffering(false)} />
      ) : (
        <Button large onClick={() => setOffering(true)}>
          Offer a swap
        </Button>
      )}
    </Card>
  );
};

/** My turns on call, the soonest first; swaps asked of me and by me; my calendar. */
export const MyRotaScreen = () => {
  const { me } = useSession();
  const loaded = useBoardRevision() !== null;
  const rotas = useAll('rota');
  const now = `${useNow().slice(0, 17)}00.000Z`;
  const { turns, swaps, lost } = useMine(rotas, me.userId, now);
  return (
    <PhoneFrame title="My rota">
      <SwapCards swaps={swaps} me={me.userId} />
      {lost.map(({ from }) => (
        <Card key={from} title="A shift that does not come" tone="due">
          <p>The clocks go forward on {fullTimeWithZone(from)}: your shift then has no length.</p>
        </Card>
      ))}
      {loaded && turns.length === 0 && <Nothing>You are not on call in the next {DAYS_AHEAD} days.</Nothing>}
      {turns.map((turn) => (
        <Turn key={`${turn.rota.id}/${turn.from}`} turn={turn} me={me.userId} now={now} />
      ))}
      <Card title="Calendar">
        <CalendarLink rotaId={null} label="My turns on call" large />
      </Card>
    </PhoneFrame>
  );
};
