import type { Agreement } from './agreement';
import { termsOf } from './agreement-versions';

/** One term that differs. What a version does not have at all is null. */
export interface TermChange {
  /** Path into the terms; thresholds by their id, ladder steps by their minute: "thresholds.handover.ladder.60". */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

const keyOf = (item: unknown): string | undefined => {
  if (typeof item !== 'object' || item === null) return undefined;
  const { id, afterMinutes, minutesBeforeEnd } = item as Record<string, unknown>;
  const key = id ?? afterMinutes ?? minutesBeforeEnd;
  return typeof key === 'string' || typeof key === 'number' ? `${key}` : undefined;
};

/** Every leaf as text, by its path. */
const leaves = (path: string, value: unknown): (readonly [string, string])[] => {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    if (items.every((item) => keyOf(item) === undefined))
      return items.length === 0 ? [] : [[path, items.map(String).join(', ')]];
    return items.flatMap((item) => leaves(`${path}.${keyOf(item) ?? ''}`, item));
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inner]) => leaves(`${path}.${name}`, inner));
  return value === null || value === undefined ? [] : [[path, JSON.stringify(value).replace(/^"|"$/g, '')]];
};

const leavesOf = (agreement: Agreement): ReadonlyMap<string, string> =>
  new Map(Object.entries(termsOf(agreement)).flatMap(([name, term]) => leaves(name, term)));

/** Every term in which two versions differ, in the order of the terms. */
export const compareTerms = (before: Agreement, after: Agreement): TermChange[] => {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((field) => {
    const [was, is] = [old.get(field) ?? null, now.get(field) ?? null];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
};
