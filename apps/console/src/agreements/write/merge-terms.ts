import type { AgreedThreshold, AgreementTerms, StatutoryKind } from '@concord/domain';

export interface Merged {
  readonly terms: AgreementTerms;
  /** What both changed, and not alike: mine is kept. Paths into the terms, thresholds by their id. */
  readonly both: readonly string[];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * What I typed and what somebody else saved meanwhile, put together: whatever only one of us changed is as
 * they have it, and where both did mine is kept and named. By whole terms, whole waits and whole ladders of
 * legal times: a wait put together from two hands could say what neither meant.
 */
export const mergeTerms = (base: AgreementTerms, mine: AgreementTerms, theirs: AgreementTerms): Merged => {
  const both: string[] = [];
  const pick = <Value>(path: string, was: Value, my: Value, their: Value): Value => {
    if (same(my, was)) return their;
    if (!same(their, was) && !same(their, my)) both.push(path);
    return my;
  };
  const wait = ({ thresholds }: AgreementTerms, id: string): AgreedThreshold | undefined =>
    thresholds.find((one) => one.id === id);
  const ids = new Set([...theirs.thresholds, ...mine.thresholds].map(({ id }) => id));
  const thresholds = [...ids].flatMap((id) => {
    const kept = pick(`thresholds.${id}`, wait(base, id), wait(mine, id), wait(theirs, id));
    return kept ? [kept] : [];
  });
  const statutoryLadders = Object.fromEntries(
    (Object.keys(base.statutoryLadders) as StatutoryKind[]).map((kind) => [
      kind,
      pick(
        `statutoryLadders.${kind}`,
        base.statutoryLadders[kind],
        mine.statutoryLadders[kind],
        theirs.statutoryLadders[kind],
      ),
    ]),
  ) as AgreementTerms['statutoryLadders'];
  const rest = Object.fromEntries(
    (Object.keys(base) as (keyof AgreementTerms)[])
      .filter((name) => name !== 'thresholds' && name !== 'statutoryLadders')
      .map((name) => [name, pick<unknown>(name, base[name], mine[name], theirs[name])]),
  );
  return { terms: { ...base, ...rest, thresholds, statutoryLadders }, both };
};
