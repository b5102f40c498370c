import type { Duty, Instant, OnCallNow, Rota } from '@concord/domain';
import {
  dutiesCalled,
  dutyGaps,
  instantFromMs,
  msOf,
  onCallNow,
  plansOf,
  plusMinutes,
  rotaWarnings,
} from '@concord/domain';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '../api/call';
import { useAgreement } from '../live/agreement-in-force';
import { useAll, useLive } from '../live/live-context';
import { dutyWords } from '../words/codes';

const order = Object.keys(dutyWords) as Duty[];
const DAY = 24 * 60;
/** How far ahead the next change is looked for. */
const NEXT_DAYS = 14;

const useDistricts = (): readonly string[] => {
  const areas = useAll('area');
  return useMemo(
    () => [...areas.values()].flatMap((area) => area.districts.map(({ name }) => name)),
    [areas],
  );
};

/** Duties that the agreement in force calls, with a rota or without. */
const useCalled = (): readonly Duty[] => {
  const agreement = useAgreement();
  return useMemo(() => (agreement ? dutiesCalled(agreement) : []), [agreement]);
};

const liveAt = (rotas: ReadonlyMap<string, Rota>, now: Instant): Rota[] =>
  [...rotas.values()].filter(({ until }) => until === null || until > now);

/** Who is on each rota now and who comes then, in the order of the duties; and the duties with nobody. */
export const useOnCallNow = (now: Instant) => {
  const rotas = useAll('rota');
  const districts = useDistricts();
  const called = useCalled();
  return useMemo(() => {
    const live = liveAt(rotas, now);
    const instant = { from: now, to: instantFromMs(msOf(now) + 1) };
    const ahead = { from: now, to: plusMinutes(now, NEXT_DAYS * DAY) };
    return {
      lines: order.flatMap((duty) => onCallNow(live, duty, ahead)),
      gaps: dutyGaps(plansOf(live, instant), districts, instant, called),
    };
  }, [rotas, districts, called, now]);
};

/** What has nobody, and what is more than was agreed, in so many days. */
export const useAhead = (now: Instant, days: number) => {
  const rotas = useAll('rota');
  const districts = useDistricts();
  const called = useCalled();
  return useMemo(() => {
    const live = liveAt(rotas, now);
    const ahead = { from: now, to: plusMinutes(now, days * DAY) };
    return {
      gaps: dutyGaps(plansOf(live, ahead), districts, ahead, called),
      warnings: rotaWarnings(live, ahead),
    };
  }, [rotas, districts, called, now, days]);
};

const none: ReadonlyMap<string, string> = new Map();

/** The numbers of those on call whom I may ring, by user: asked for again whenever others are on. */
export const useNumbers = (lines: readonly OnCallNow[]): ReadonlyMap<string, string> => {
  const { areaId } = useLive();
  const on = lines.flatMap(({ now }) => now.on.map(({ who }) => who.userId)).join();
  const { data = none } = useQuery({
    queryKey: ['on-call-numbers', areaId, on],
    queryFn: async () => {
      const { rotas } = await call('onCallNow', { params: { areaId } });
      return new Map(
        rotas.flatMap(({ now }) =>
          now.on.flatMap(({ who, telephone }) => (telephone ? [[who.userId, telephone] as const] : [])),
        ),
      );
    },
    enabled: on !== '',
  });
  return data;
};
