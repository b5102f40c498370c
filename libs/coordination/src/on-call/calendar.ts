import type { Instant, Named, OnCallSpan, Period, Rota } from '@concord/domain';
import { later, onCallPlan, plusMinutes } from '@concord/domain';
import type { CalendarFeed, Store } from '../ports';

const DAY = 24 * 60;
const BACK_DAYS = 28;
const AHEAD_DAYS = 182;

/** One entry of a calendar; `uid` stays the same as long as the turn begins when it does. */
export interface CalendarEntry {
  readonly uid: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly title: string;
}

const entry = (rota: Rota, who: Named | null, from: Instant, to: Instant, title: string): CalendarEntry => ({
  uid: `${rota.id}-${who?.userId ?? 'nobody'}-${from.replace(/\D/g, '')}@concord`,
  from,
  to,
  title,
});

/** Turns of one person run on over a change of the reason they are on. */
const turnsOf = (rota: Rota, spans: readonly OnCallSpan[], mine?: string): CalendarEntry[] => {
  const open = new Map<string, { who: Named; from: Instant; to: Instant }>();
  const turns: { who: Named; from: Instant; to: Instant }[] = [];
  for (const { from, to, on } of spans) {
    for (const { who } of on) {
      if (mine !== undefined && who.userId !== mine) continue;
      const last = open.get(who.userId);
      if (last?.to === from) last.to = to;
      else {
        const turn = { who, from, to };
        open.set(who.userId, turn);
        turns.push(turn);
      }
    }
  }
  return turns.map(({ who, from, to }) =>
    entry(rota, who, from, to, mine === undefined ? `${who.name}: ${rota.name}` : `On call: ${rota.name}`),
  );
};

/** A gap that nobody meant: not the hours in which no layer counts. */
const gapsOf = (rota: Rota, spans: readonly OnCallSpan[]): CalendarEntry[] =>
  spans
    .filter(({ gap }) => gap === 'taken-off' || gap === 'temporary-empty' || gap === 'nobody-listed')
    .map(({ from, to }) => entry(rota, null, from, to, `Nobody on call: ${rota.name}`));

/** The first of January of last year: a turn that goes back further is told as if it began then. */
const longAgo = (now: Instant): Instant => `${Number(now.slice(0, 4)) - 1}-01-01T00:00:00.000Z`;

/**
 * Entries of a rota in a window, each from where its turn or gap really begins: what is under way where the
 * window begins is looked for twice as far back each time, as far as last year. Cut off at the window, it
 * would begin later, and be another entry, at every reading.
 */
const entriesIn = (
  window: Period,
  earliest: Instant,
  entriesOf: (within: Period) => CalendarEntry[],
): CalendarEntry[] => {
  for (let days = BACK_DAYS; ; days *= 2) {
    const from = later(earliest, plusMinutes(window.from, -days * DAY));
    const entries = entriesOf({ from, to: window.to }).filter(({ to }) => to > window.from);
    if (from === earliest || entries.every((one) => one.from > from)) return entries;
  }
};

/** What a calendar shows, four weeks back and half a year ahead: one person's turns, or a rota's with its gaps. */
export const calendarOf = async (
  store: Pick<Store, 'list' | 'now'>,
  { areaId, userId, rotaId }: CalendarFeed,
): Promise<{ name: string; entries: CalendarEntry[] }> => {
  const now = await store.now();
  const window = { from: plusMinutes(now, -BACK_DAYS * DAY), to: plusMinutes(now, AHEAD_DAYS * DAY) };
  const all = await store.list(areaId, 'rota', rotaId === null ? {} : { id: rotaId });
  const entries = all.flatMap((rota) =>
    entriesIn(window, longAgo(now), (within) => {
      const spans = onCallPlan(rota, within);
      return rotaId === null
        ? turnsOf(rota, spans, userId)
        : [...turnsOf(rota, spans), ...gapsOf(rota, spans)];
    }),
  );
  return {
    name: rotaId === null ? 'My turns on call' : (all[0]?.name ?? 'Rota'),
    entries: entries.sort((a, b) => (a.from < b.from ? -1 : 1)),
  };
};
