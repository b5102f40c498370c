import { ladderModel } from './ladder-model';

const handover = {
  from: 0,
  to: 120,
  states: [
    { state: 'running', from: 0 },
    { state: 'soon', from: 45 },
    { state: 'due', from: 54 },
    { state: 'over', from: 60 },
  ],
  steps: [54, 60, 90, 120],
} as const;

describe('the picture of a ladder', () => {
  it('puts each step at its minute and each state over its own part of the clock', () => {
    const { ticks, zones } = ladderModel(handover);
    expect(ticks.map(({ x }) => x)).toEqual([45, 50, 75, 100]);
    expect(zones).toEqual([
      { state: 'running', x: 0, width: 37.5 },
      { state: 'soon', x: 37.5, width: 7.5 },
      { state: 'due', x: 45, width: 5 },
      { state: 'over', x: 50, width: 50 },
    ]);
  });

  it('moves a figure to another line where it would lie over the one before', () => {
    const { ticks, lines } = ladderModel(handover);
    expect(ticks.map(({ line, side }) => [line, side])).toEqual([
      [0, 'after'],
      [1, 'after'],
      [0, 'after'],
      [1, 'before'],
    ]);
    expect(lines).toBe(2);
  });

  it('shows no state that lasts no time, and a clock that is over at once', () => {
    const atOnce = ladderModel({
      from: 0,
      to: 0,
      states: [
        { state: 'running', from: 0 },
        { state: 'over', from: 0 },
      ],
      steps: [0],
    });
    expect(atOnce).toEqual({ ticks: [{ at: 0, x: 0, line: 0, side: 'after' }], zones: [], lines: 1 });
  });
});
