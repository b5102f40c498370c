import type { Named } from '../duty';
import { onCallPlan } from './plan';
import type { Period, Rota } from './rota';

/** A time in which a change to a rota changes who is on. */
export interface PlanDifference extends Period {
  readonly before: readonly Named[];
  readonly after: readonly Named[];
}

const same = (a: readonly Named[], b: readonly Named[]): boolean =>
  a.length === b.length && a.every(({ userId }) => b.some((other) => other.userId === userId));

/** What a change to a rota would change about who is on in a window, before it is made. */
export const planDifference = (before: Rota, after: Rota, window: Period): PlanDifference[] => {
  const [old, now] = [onCallPlan(before, window), onCallPlan(after, window)];
  const edges = [...new Set([...old, ...now].map(({ from }) => from))].sort();
  const differences: PlanDifference[] = [];
  let [i, j] = [0, 0];
  for (const [k, from] of edges.entries()) {
    while ((old[i]?.to ?? window.to) <= from && i < old.length - 1) i += 1;
    while ((now[j]?.to ?? window.to) <= from && j < now.length - 1) j += 1;
    const was = old[i]?.on.map(({ who }) => who) ?? [];
    const is = now[j]?.on.map(({ who }) => who) ?? [];
    if (same(was, is)) continue;
    const to = edges[k + 1] ?? window.to;
    const last = differences.at(-1);
    if (last?.to === from && same(last.before, was) && same(last.after, is))
      differences.splice(-1, 1, { ...last, to });
    else differences.push({ from, to, before: was, after: is });
  }
  return differences;
};
