import type { FactKind, FactOf } from '@concord/domain';

/** The line of each of these kinds of fact. */
export type LinesFor<Kinds extends FactKind> = {
  readonly [Kind in Kinds]: (fact: FactOf<Kind>) => string;
};

/** "Handed over: more", or the sentence alone where there is nothing more. */
export const withMore = (sentence: string, ...more: (string | undefined)[]): string => {
  const said = more.filter(Boolean).join('. ');
  return said ? `${sentence}: ${said}` : sentence;
};

/** "6 h", "1 h 30 min", "45 min". */
export const spanWords = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' ');
};
