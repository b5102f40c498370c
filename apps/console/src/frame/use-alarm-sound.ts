import type { Escalation, Instant } from '@concord/domain';
import { hasSilenced, wantsSomebody } from '@concord/domain';
import { useEffect, useRef, useState } from 'react';
import { useStanding } from '../live/live-context';
import { alarmSound } from './alarm-sound';

const REPEAT_SECONDS = { high: 10, medium: 30 } as const;

/** A place asked how it is: its own staff are prompted, and no control room is sounded for it. */
const isPrompt = ({ placeId, level, nobodyReachedAt }: Escalation): boolean =>
  placeId !== null && level === 'due' && nobodyReachedAt === null;

/** Those for which this person's desk sounds: in nobody's hands, not put aside, not silenced by them. */
export const sounding = (alarms: readonly Escalation[], me: string, now: Instant): Escalation[] =>
  alarms.filter((alarm) => wantsSomebody(alarm, now) && !isPrompt(alarm) && !hasSilenced(alarm, me));

/** How it sounds: the worst of them; undefined when none does. */
export const soundOf = (alarms: readonly Escalation[]): 'high' | 'medium' | undefined => {
  if (alarms.length === 0) return undefined;
  const high = alarms.some(
    ({ level, clock, placeId, nobodyReachedAt }) =>
      (level === 'over' && placeId === null) || clock.kind === 'statutory' || nobodyReachedAt !== null,
  );
  return high ? 'high' : 'medium';
};

/** What, when it changes, is something new to hear. */
export const newsOf = ({ id, steps, level, goneQuiet, nobodyReachedAt }: Escalation): string =>
  [id, level, steps.length, goneQuiet.length, nobodyReachedAt].join(' ');

/** Of several windows of one browser, one sounds. Where the browser cannot say which, all do: twice is better than never. */
const useLeadsSound = (): boolean => {
  const [leads, setLeads] = useState(!('locks' in navigator));
  useEffect(() => {
    if (!('locks' in navigator)) return;
    const leave = new AbortController();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    navigator.locks
      .request('concord-sound', { signal: leave.signal }, () => {
        setLeads(true);
        return held;
      })
      .catch(() => undefined);
    return () => {
      leave.abort();
      release();
    };
  }, []);
  return leads;
};

/**
 * Sounds at once for what is new, and again until somebody has it or this desk is silenced. What there was
 * nobody to ask for, and a lost connection, are heard once, when they are found out.
 */
export const useAlarmSound = (
  alarms: readonly Escalation[],
  unasked: readonly string[],
  me: string,
  now: Instant,
): void => {
  const leads = useLeadsSound();
  const heard = useRef(new Set<string>());
  const wanting = sounding(alarms, me, now);
  const sound = leads ? soundOf(wanting) : undefined;
  const first = leads && unasked.length > 0 ? 'high' : sound;
  const news = [...wanting.map(newsOf), ...unasked].join('\n');
  useEffect(() => {
    const all = news === '' ? [] : news.split('\n');
    const fresh = all.some((each) => !heard.current.has(each));
    heard.current = new Set(all);
    if (fresh && first) alarmSound.play(first);
  }, [news, first]);
  useEffect(() => {
    if (!sound) return;
    const again = setInterval(() => alarmSound.play(sound), REPEAT_SECONDS[sound] * 1000);
    return () => clearInterval(again);
  }, [sound]);
  const lost = useStanding().kind === 'lost';
  useEffect(() => {
    if (lost && leads) alarmSound.play('lost');
  }, [lost, leads]);
};
