/** A step of a ladder on its picture: where, in hundredths of the whole length, and on which line its figure has room. */
export interface Tick {
  readonly at: number;
  readonly x: number;
  readonly line: number;
  /** On which side of its step the figure has room. */
  readonly side: 'before' | 'after';
}

/** Part of the length in which a clock is in one state. */
export interface Zone {
  readonly state: 'running' | 'soon' | 'due' | 'over';
  readonly x: number;
  readonly width: number;
}

export interface LadderModel {
  readonly ticks: readonly Tick[];
  readonly zones: readonly Zone[];
  readonly lines: number;
}

/** What a figure needs of the length, so that two never lie over each other on a narrow screen. */
const FIGURE = 24;

/** Each figure on the first line where those before it leave room. */
const placed = (positions: readonly { at: number; x: number }[]): Tick[] => {
  const taken: number[] = [];
  return positions.map(({ at, x }) => {
    const side = x > 100 - FIGURE ? 'before' : 'after';
    const begins = side === 'before' ? x - FIGURE : x;
    const free = taken.findIndex((until) => begins >= until);
    const line = free === -1 ? taken.length : free;
    taken[line] = begins + FIGURE;
    return { at, x, line, side };
  });
};

interface Span {
  readonly from: number;
  readonly to: number;
  /** Where each state begins, in order; what does not fit into the span is cut off. */
  readonly states: readonly { readonly state: Zone['state']; readonly from: number }[];
  readonly steps: readonly number[];
}

/** The picture of a ladder along its clock: every step at its minute, true to scale. */
export const ladderModel = ({ from, to, states, steps }: Span): LadderModel => {
  const length = Math.max(1, to - from);
  const xOf = (at: number): number => Math.min(100, Math.max(0, ((at - from) / length) * 100));
  const ticks = placed([...steps].sort((a, b) => a - b).map((at) => ({ at, x: xOf(at) })));
  const zones = states.flatMap(({ state, from: start }, i): Zone[] => {
    const x = xOf(start);
    const width = xOf(states[i + 1]?.from ?? to) - x;
    return width > 0 ? [{ state, x, width }] : [];
  });
  return { ticks, zones, lines: Math.max(1, ...ticks.map(({ line }) => line + 1)) };
};
