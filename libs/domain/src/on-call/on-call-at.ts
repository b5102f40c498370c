import type { Duty, Named } from '../duty';
import type { Instant } from '../instant';
import { msOf } from '../instant';
import { layerAt } from './layer';
import type { LayerRest } from './layer';
import type { Override, Period, Rota, Swap, TemporaryRota } from './rota';

/** What puts somebody on call: the layer whose turn it is, or what was put over it, by its id. */
export interface Because {
  readonly kind: 'layer' | 'temporary' | 'swap' | 'override';
  readonly id: string;
}

export interface OnCall {
  readonly who: Named;
  readonly because: Because;
}

/**
 * Why a rota has nobody: it has not begun or has ended, no layer counts at that hour, nobody is listed,
 * everybody whose turn it is was taken off by an override, or a temporary rota leaves the time empty.
 */
export type GapReason = LayerRest | 'taken-off' | 'temporary-empty';

export interface RotaAnswer {
  readonly on: readonly OnCall[];
  /** Null while somebody is on. */
  readonly gap: GapReason | null;
}

/** Instants compare as text: parsing them here took four fifths of the time of a plan. */
export const covers = ({ from, to }: Period, at: Instant): boolean => from <= at && at < to;

interface Change {
  readonly because: Because;
  readonly on: Named | null;
  readonly off: Named | null;
}

const swapsAt = (swaps: readonly Swap[], at: Instant): Change[] =>
  swaps.flatMap((swap) => {
    if (swap.state !== 'accepted') return [];
    const because: Because = { kind: 'swap', id: swap.id };
    return [
      ...(covers(swap.gives, at) ? [{ because, off: swap.offeredBy, on: swap.to }] : []),
      ...(swap.takes && covers(swap.takes, at) ? [{ because, off: swap.to, on: swap.offeredBy }] : []),
    ];
  });

const overridesAt = (overrides: readonly Override[], at: Instant): Change[] =>
  overrides
    .filter((override) => covers(override, at))
    .map(({ id, on, off }) => ({ because: { kind: 'override', id }, on, off }));

const isFor = ({ who }: OnCall, person: Named): boolean => who.userId === person.userId;

/** Those whose turn it is once changes are made in order: replaced where they stood, or gone. */
const changed = (people: readonly OnCall[], changes: readonly Change[]): OnCall[] =>
  changes.reduce<OnCall[]>(
    (so, { because, on, off }) => {
      if (!off) return so;
      return so.flatMap((one) => {
        if (!isFor(one, off)) return [one];
        return on && !so.some((other) => isFor(other, on)) ? [{ who: on, because }] : [];
      });
    },
    [...people],
  );

/** Those whom an override adds, as later overrides leave them. */
const added = (changes: readonly Change[]): OnCall[] =>
  changes.reduce<OnCall[]>((so, change) => {
    const { because, on, off } = change;
    if (off) return changed(so, [change]);
    return on && !so.some((one) => isFor(one, on)) ? [...so, { who: on, because }] : so;
  }, []);

const temporaryAt = (temporary: readonly TemporaryRota[], at: Instant): TemporaryRota | undefined =>
  temporary.findLast((one) => covers(one, at));

interface Turn {
  readonly people: readonly OnCall[];
  readonly rest: GapReason | null;
}

const onceEach = (people: readonly OnCall[]): OnCall[] => {
  const seen = new Set<string>();
  return people.filter(({ who }) => !seen.has(who.userId) && seen.add(who.userId));
};

const temporaryTurn = ({ id, shifts }: TemporaryRota, at: Instant): Turn => {
  const because: Because = { kind: 'temporary', id };
  const people = shifts.filter((shift) => covers(shift, at)).map(({ who }) => ({ who, because }));
  return { people: onceEach(people), rest: people.length === 0 ? 'temporary-empty' : null };
};

/** What counts at an instant, the highest first; a layer is asked only when those above it have nobody. */
function* turnsAt(rota: Rota, at: Instant, ms: number): Generator<Turn> {
  const instead = temporaryAt(rota.temporary, at);
  if (instead) {
    yield temporaryTurn(instead, at);
    return;
  }
  for (const layer of rota.layers) {
    const turn = layerAt(layer, ms);
    if (typeof turn === 'string') yield { people: [], rest: turn };
    else {
      const because: Because = { kind: 'layer', id: layer.id };
      yield { people: turn.map((who) => ({ who, because })), rest: null };
    }
  }
}

/** What explains a gap best: what somebody did, before hours that were meant to be so. */
const gapOrder: readonly GapReason[] = [
  'taken-off',
  'temporary-empty',
  'nobody-listed',
  'outside-hours',
  'not-begun',
  'ended',
];

const worst = (reasons: readonly GapReason[]): GapReason =>
  gapOrder.find((reason) => reasons.includes(reason)) ?? 'nobody-listed';

/** Who is on at an instant and why, or why nobody is. The one calculation behind every answer. */
export const answerAt = (rota: Rota, at: Instant, ms = msOf(at)): RotaAnswer => {
  if (rota.until !== null && at >= rota.until) return { on: [], gap: 'ended' };
  const changes = [...swapsAt(rota.swaps, at), ...overridesAt(rota.overrides, at)];
  const reasons: GapReason[] = [];
  let turn: readonly OnCall[] = [];
  for (const { people, rest } of turnsAt(rota, at, ms)) {
    turn = changes.length === 0 ? people : changed(people, changes);
    if (turn.length > 0) break;
    reasons.push(rest ?? 'taken-off');
  }
  if (changes.length === 0) return { on: turn, gap: turn.length === 0 ? worst(reasons) : null };
  const more = added(changes).filter(({ who }) => !turn.some((one) => isFor(one, who)));
  const on = onceEach([...turn, ...more]);
  return { on, gap: on.length === 0 ? worst(reasons) : null };
};

/**
 * Those on call for this rota at an instant, first in line first, each once: of the layers the highest
 * that has anybody, put right by swaps and overrides, then whom an override adds. Empty in a gap.
 */
export const onCallAt = (rota: Rota, at: Instant): Named[] => answerAt(rota, at).on.map(({ who }) => who);

const inCallOrder = (a: Rota, b: Rota): number => a.callOrder - b.callOrder || (a.id < b.id ? -1 : 1);

/** The rotas of a duty, in the order in which they are asked. */
export const rotasOf = (rotas: readonly Rota[], duty: Duty): Rota[] =>
  rotas.filter((rota) => rota.duty === duty).sort(inCallOrder);

/** Everybody who holds a duty at an instant, over all its rotas in the order they are asked, each once. */
export const holdersOf = (rotas: readonly Rota[], duty: Duty, at: Instant): Named[] => {
  const holders = new Map<string, Named>();
  for (const rota of rotasOf(rotas, duty))
    for (const person of onCallAt(rota, at))
      if (!holders.has(person.userId)) holders.set(person.userId, person);
  return [...holders.values()];
};
