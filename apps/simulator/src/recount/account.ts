import type { ClockEvent, Fact } from '@concord/domain';
import type { Stage } from './stages';
import { canBeSaid, stepFrom, steps } from './stages';

/**
 * What an incident's facts add up to, worked out again from what each kind of fact means. On purpose this
 * shares no code with the engine: a mistake there must not hide itself here.
 */
export interface Line {
  readonly fact: Fact;
  /** The fact that was first told, before any correction: what a clock is known by. */
  readonly root: string;
  /** Where it stands among the others, in milliseconds. */
  readonly at: number;
}

/** A line in its making: whether it was told in the very instant in which it still is said to have happened. */
interface Telling extends Line {
  readonly live: boolean;
}

export interface Account {
  /** What stands, in the order in which it happened. */
  readonly lines: readonly Line[];
  readonly stage: Stage;
  /** The fact as first told, whichever telling of it is named. */
  readonly rootOf: (factId: string) => string;
}

/** What an agreement calls this: a doctor's call is one kind of fact, and each of its steps an event. */
export const eventOf = (fact: Fact): ClockEvent =>
  fact.kind === 'doctor-call' ? `doctor-${fact.step}` : fact.kind;

export const ms = (instant: string): number => Date.parse(instant);

const isStep = ({ fact }: Line): boolean => steps.includes(fact.kind);

/** What came with a record that was parted from this one afterwards. */
const partedFrom = (facts: readonly Fact[]): Set<string> =>
  new Set(
    facts.flatMap((parting, i) =>
      parting.kind === 'unmerged'
        ? facts
            .slice(0, i)
            .filter(
              (fact) =>
                fact.mergedFrom?.incidentId === parting.incidentId ||
                (fact.kind === 'merged-into' && fact.incidentId === parting.incidentId),
            )
            .map(({ id }) => id)
        : [],
    ),
  );

/** Of what is left of one instant, what comes next: as told, but nothing before it could be, nor after it no longer could. */
const nextOf = (left: readonly Telling[], stage: Stage): Telling | undefined => {
  const [told] = left;
  const steppable = left.filter((line) => isStep(line) && stepFrom(stage, line.fact.kind) !== undefined);
  const usual = steppable.toSorted((a, b) => steps.indexOf(a.fact.kind) - steps.indexOf(b.fact.kind))[0];
  // Steps told as they happened were told in the order in which they did.
  const possible = usual?.live ? steppable.find(({ live }) => live) : usual;
  if (!told || !possible || (!isStep(told) && canBeSaid(stage, told.fact.kind))) return told;
  const then = stepFrom(stage, possible.fact.kind) ?? stage;
  const nowOrNever = left.find(
    (line) => !isStep(line) && canBeSaid(stage, line.fact.kind) && !canBeSaid(then, line.fact.kind),
  );
  return nowOrNever ?? possible;
};

/** In order of time, with what happened at one instant in the order in which it could have. */
const inTurn = (told: readonly Telling[]): Line[] => {
  const left = [...told].sort((a, b) => a.at - b.at);
  const ordered: Line[] = [];
  let stage: Stage = 'asked';
  while (left.length > 0) {
    const together = left.filter(({ at }) => at === left[0]?.at);
    const next = nextOf(together, stage) as Telling;
    left.splice(left.indexOf(next), 1);
    ordered.push(next);
    stage = stepFrom(stage, next.fact.kind) ?? stage;
  }
  return ordered;
};

/** Of a step that two records tell, the earlier telling; and who was detained by one of them was not diverted. */
const once = (ordered: readonly Line[]): Line[] => {
  const detained = ordered.some(({ fact }) => fact.kind === 'detained');
  let stage: Stage = 'asked';
  return ordered.filter((line) => {
    if (!isStep(line)) return true;
    const next = line.fact.kind === 'diverted' && detained ? undefined : stepFrom(stage, line.fact.kind);
    stage = next ?? stage;
    return next !== undefined;
  });
};

/** Reads what was told: what was corrected, taken back or parted is gone, and the rest is in its place. */
export const readAccount = (facts: readonly Fact[]): Account => {
  const roots = new Map<string, string>();
  const replaced = new Set<string>();
  for (const { id, corrects } of facts) {
    roots.set(id, corrects ? (roots.get(corrects.factId) ?? id) : id);
    if (corrects) replaced.add(corrects.factId);
  }
  const rootOf = (factId: string) => roots.get(factId) ?? factId;
  const parted = partedFrom(facts);
  const standing = facts.filter(
    ({ id, kind }) => kind !== 'recorded-in-error' && !replaced.has(id) && !parted.has(rootOf(id)),
  );
  const keptAt = Math.min(
    ...standing.flatMap((fact) =>
      fact.kind === 'detained' && fact.power.endsWith('kept') ? [ms(fact.happenedAt)] : [],
    ),
  );
  // Somebody kept where they were had come there before it was decided to keep them.
  const placed = ({ kind, happenedAt }: Fact) =>
    kind === 'arrived' && keptAt < Infinity ? Math.max(ms(happenedAt), keptAt) : ms(happenedAt);
  const toldAs = new Map(facts.map((fact, nth) => [fact.id, { fact, nth }]));
  const told = standing
    .map((fact) => {
      const root = rootOf(fact.id);
      const { fact: first, nth } = toldAs.get(root) ?? { fact, nth: 0 };
      const live = first.happenedAt === first.recordedAt && first.happenedAt === fact.happenedAt;
      return { fact, root, at: placed(fact), live, toldAt: ms(first.recordedAt), nth };
    })
    .sort((a, b) => a.toldAt - b.toldAt || a.nth - b.nth);
  const ordered = inTurn(told);
  const lines = standing.some(({ mergedFrom }) => mergedFrom) ? once(ordered) : ordered;
  const stage = lines.reduce<Stage>((now, { fact }) => stepFrom(now, fact.kind) ?? now, 'asked');
  return { lines, stage, rootOf };
};
