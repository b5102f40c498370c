import type { Layer, ShiftUnit, Weekday, WeeklyHours } from '@concord/domain';
import { weekdayWords } from './rota-words';

/** A layer as a form holds it while somebody types. */
export interface LayerEntry {
  readonly name: string;
  /** In the order of their turns. */
  readonly members: readonly string[];
  readonly width: string;
  readonly every: ShiftUnit;
  readonly count: string;
  /** "08:00, 20:00". */
  readonly handovers: string;
  readonly from: string;
  /** "Mon-Fri 09:00-17:00; Sat 10:00-14:00"; empty means always. */
  readonly hours: string;
}

const dayNumber = (word: string): Weekday | undefined => {
  const at = weekdayWords.findIndex(
    (day) => day !== '' && day.toLowerCase() === word.slice(0, 3).toLowerCase(),
  );
  return at > 0 ? (at as Weekday) : undefined;
};

const daysIn = (text: string): Weekday[] | undefined => {
  const days: Weekday[] = [];
  for (const part of text.split(/[\s,]+/).filter(Boolean)) {
    const [first, last] = part.split('-').map(dayNumber);
    if (!first || (part.includes('-') && !last)) return undefined;
    for (let day = first; ; day = ((day % 7) + 1) as Weekday) {
      days.push(day);
      if (day === (last ?? first)) break;
    }
  }
  return days.length > 0 ? [...new Set(days)] : undefined;
};

/** Hours of the week as typed, or undefined where they cannot be read. */
export const readHours = (text: string): WeeklyHours[] | undefined => {
  const rules: WeeklyHours[] = [];
  for (const line of text
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [, said = '', from, to] = /^(.*?)\s*(\d\d:\d\d)\s*(?:-|–|to)\s*(\d\d:\d\d)$/.exec(line) ?? [];
    const days = daysIn(said);
    if (!days || !from || !to) return undefined;
    rules.push({ days, from, to });
  }
  return rules;
};

/** Hours of the week as they would be typed. */
export const writtenHours = (hours: readonly WeeklyHours[]): string =>
  hours
    .map(({ days, from, to }) => {
      const inOrder = days.every((day, i) => i === 0 || day === (days[i - 1] ?? 0) + 1);
      const [first, last] = [weekdayWords[days[0] ?? 1], weekdayWords[days.at(-1) ?? 1]];
      const said =
        inOrder && days.length > 2 ? `${first}-${last}` : days.map((day) => weekdayWords[day]).join(' ');
      return `${said} ${from}-${to}`;
    })
    .join('; ');

export const entryOf = (layer: Layer | undefined, today: string): LayerEntry => ({
  name: layer?.name ?? '',
  members: layer?.members.map(({ userId }) => userId) ?? [],
  width: String(layer?.width ?? 1),
  every: layer?.every ?? 'days',
  count: String(layer?.count ?? 1),
  handovers: layer?.handoversAt.join(', ') ?? '08:00, 20:00',
  from: layer?.from ?? today,
  hours: writtenHours(layer?.hours ?? []),
});

/** The layer as a command says it. Whether it can be so the server says, naming the field. */
export const saidLayer = (entry: LayerEntry) => ({
  name: entry.name.trim(),
  members: [...entry.members],
  width: Number(entry.width),
  every: entry.every,
  count: Number(entry.count),
  handoversAt: entry.handovers.split(/[\s,]+/).filter(Boolean),
  from: entry.from,
  hours: (readHours(entry.hours) ?? []).map((rule) => ({ ...rule, days: [...rule.days] })),
});
