import type { CalledStep, Rota } from '@concord/domain';
import { callLoads } from '@concord/domain';
import type { CallLoad, Duty } from '@concord/domain';
import type { Piece } from './pieces';

/** How many steps were due and over, of one side. */
export interface Count {
  readonly due: number;
  readonly over: number;
}

export interface ClockSum {
  readonly clock: string;
  readonly statutory: boolean;
  readonly would: Count;
  readonly did: Count;
}

export interface IncidentSum {
  readonly incidentId: string;
  readonly incidentRef: string;
  readonly would: readonly CalledStep[];
  readonly did: readonly CalledStep[];
  /** Whether other steps would have fired, or at another time, or called others. */
  readonly differs: boolean;
}

export interface DutySum {
  readonly duty: Duty;
  readonly would: CallLoad;
  readonly did: CallLoad;
}

export const countOf = (steps: readonly CalledStep[]): Count => {
  const over = steps.filter(({ level }) => level === 'over').length;
  return { due: steps.length - over, over };
};

export const totalOf = ({ due, over }: Count): number => due + over;

export const wouldOf = (pieces: readonly Piece[]): CalledStep[] => pieces.flatMap(({ would }) => would);
export const didOf = (pieces: readonly Piece[]): CalledStep[] => pieces.flatMap(({ did }) => did);

/** Every clock of which anything fired on either side, most of the draft's first; law after agreement. */
export const byClock = (pieces: readonly Piece[]): ClockSum[] => {
  const [would, did] = [wouldOf(pieces), didOf(pieces)];
  const named = new Map(
    [...would, ...did].map(({ clock, statutory }) => [`${statutory} ${clock}`, { clock, statutory }]),
  );
  const of = (steps: readonly CalledStep[], { clock, statutory }: { clock: string; statutory: boolean }) =>
    countOf(steps.filter((step) => step.clock === clock && step.statutory === statutory));
  return [...named.values()]
    .map((one) => ({ ...one, would: of(would, one), did: of(did, one) }))
    .sort(
      (a, b) =>
        Number(a.statutory) - Number(b.statutory) ||
        totalOf(b.would) - totalOf(a.would) ||
        totalOf(b.did) - totalOf(a.did),
    );
};

const keyOf = ({ clock, level, firedAt, duties }: CalledStep): string =>
  `${clock}/${level}/${firedAt.slice(0, 16)}/${[...duties].sort().join()}`;

const sameSteps = (a: readonly CalledStep[], b: readonly CalledStep[]): boolean => {
  const [one, other] = [a, b].map((steps) => steps.map(keyOf).sort().join(' '));
  return one === other;
};

/** Every incident on which anything fired on either side, as they come in time. To the minute: an engine fires within seconds. */
export const byIncident = (pieces: readonly Piece[]): IncidentSum[] => {
  const sums = new Map<string, { ref: string; would: CalledStep[]; did: CalledStep[] }>();
  for (const side of ['would', 'did'] as const)
    for (const step of side === 'would' ? wouldOf(pieces) : didOf(pieces)) {
      const sum = sums.get(step.incidentId) ?? { ref: step.incidentRef, would: [], did: [] };
      sums.set(step.incidentId, sum);
      sum[side].push(step);
    }
  return [...sums].map(([incidentId, { ref, would, did }]) => ({
    ...{ incidentId, incidentRef: ref, would, did },
    differs: !sameSteps(would, did),
  }));
};

const none = (duty: Duty): Omit<CallLoad, 'operatorHours'> => ({ duty, steps: 0, calls: 0, toNobody: 0 });

/** What each duty would carry by the rotas as they stand, and what it did by the calls made, over the whole span. */
export const byDuty = (pieces: readonly Piece[], rotas: readonly Rota[]): DutySum[] => {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return [];
  const window = { from: first.from, to: last.to };
  const would = callLoads(wouldOf(pieces), rotas, window);
  const did = callLoads(didOf(pieces), rotas, window);
  const duties = [...new Set([...would, ...did].map(({ duty }) => duty))];
  return duties.flatMap((duty) => {
    const [w, d] = [would, did].map((loads) => loads.find((load) => load.duty === duty));
    const hours = (w ?? d)?.operatorHours ?? 0;
    return [
      {
        duty,
        would: w ?? { ...none(duty), operatorHours: hours },
        did: d ?? { ...none(duty), operatorHours: hours },
      },
    ];
  });
};

/** Calls that one person on call gets in an hour, to two places; undefined where nobody was on. */
export const perOperatorHour = ({ calls, operatorHours }: CallLoad): string | undefined =>
  operatorHours > 0 ? (calls / operatorHours).toFixed(2) : undefined;

/** The same over every duty that is called. */
export const overall = (loads: readonly CallLoad[]): string | undefined => {
  const calls = loads.reduce((sum, load) => sum + load.calls, 0);
  const hours = loads.reduce((sum, load) => sum + load.operatorHours, 0);
  return hours > 0 ? (calls / hours).toFixed(2) : undefined;
};
