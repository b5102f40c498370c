/** A number in [0, 1) that depends only on the seed and on what it is about. */
export type Chance = (...about: readonly (string | number)[]) => number;

const hash = (text: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
};

/** One turn of mulberry32: spreads neighbouring hashes over the whole range. */
const spread = (seed: number): number => {
  let t = (seed + 0x6d2b79f5) | 0;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

/**
 * Chance without a state: each question has its own answer, so that one incident taking another
 * course does not change the luck of the next, and a simulator started again goes on as before.
 */
export const seededChance =
  (seed: number): Chance =>
  (...about) =>
    spread(hash(`${seed}/${about.join('/')}`));

/** Minutes (or anything else) at the least, the median, the 90th centile and the most; straight lines between. */
export type Range = readonly [least: number, median: number, ninetieth: number, most: number];

export const within = ([least, median, ninetieth, most]: Range, u: number): number => {
  if (u < 0.5) return least + (median - least) * (u / 0.5);
  if (u < 0.9) return median + (ninetieth - median) * ((u - 0.5) / 0.4);
  return ninetieth + (most - ninetieth) * ((u - 0.9) / 0.1);
};

export const pick = <Choice extends string>(weights: Readonly<Record<Choice, number>>, u: number): Choice => {
  const choices = Object.entries(weights) as [Choice, number][];
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  let left = u * total;
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  const last = choices.findLast(([, weight]) => weight > 0);
  if (!last) throw new Error('nothing to choose from');
  return last[0];
};

export const oneOf = <Item>(items: readonly Item[], u: number): Item => {
  const item = items[Math.min(items.length - 1, Math.floor(u * items.length))];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
};

/** How many happen when `mean` are expected (Poisson, by inversion). */
export const countFor = (mean: number, u: number): number => {
  let term = Math.exp(-mean);
  let sum = term;
  let count = 0;
  while (u > sum && count < 10 * mean + 20) {
    count += 1;
    term *= mean / count;
    sum += term;
  }
  return count;
};
