/** What the command line asks for. */
export type Asked =
  | { readonly kind: 'demo' }
  | { readonly kind: 'month'; readonly days: number; readonly seed: number; readonly busy: number }
  | { readonly kind: 'replay'; readonly file: string; readonly seed: number };

const SEED = 7;
const DAYS = 30;

export const usage = `simulate --days N --seed N [--busy TIMES]   lives N days of the fictional area
simulate --replay FILE [--seed N]            lives real incidents from a table of calls`;

const valueOf = (words: readonly string[], name: string): string | undefined => {
  const at = words.indexOf(name);
  if (at < 0) return undefined;
  const value = words[at + 1];
  if (value === undefined || value.startsWith('--')) throw new Error(`${name} needs a value.\n${usage}`);
  return value;
};

const wholeNumber = (words: readonly string[], name: string, otherwise: number, least: number): number => {
  const text = valueOf(words, name);
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least)
    throw new Error(`${name} takes a whole number from ${least}, not "${text}".\n${usage}`);
  return value;
};

/** Refuses words it does not know, naming them. */
export const readAsked = (words: readonly string[]): Asked => {
  if (words[0] === 'demo') return { kind: 'demo' };
  const known = ['--days', '--seed', '--busy', '--replay'];
  const unknown = words.find((word, i) => !known.includes(word) && !known.includes(words[i - 1] ?? ''));
  if (unknown !== undefined) throw new Error(`"${unknown}" is not known.\n${usage}`);
  const seed = wholeNumber(words, '--seed', SEED, 0);
  const file = valueOf(words, '--replay');
  if (file !== undefined) return { kind: 'replay', file, seed };
  return {
    kind: 'month',
    days: wholeNumber(words, '--days', DAYS, 1),
    seed,
    busy: wholeNumber(words, '--busy', 1, 1),
  };
};
