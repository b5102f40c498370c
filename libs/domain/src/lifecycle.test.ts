import * as fc from 'fast-check';
import type { Lifecycle } from './lifecycle';
import { canMove, unreachableStates } from './lifecycle';
import { amhpRequestLifecycle } from './amhp/amhp-request';
import { holdLifecycle } from './place/hold';
import { lendingLifecycle } from './place/lending';
import { roomLifecycle } from './place/room';
import { resourceLifecycle } from './triage/resource';

fc.configureGlobal({ seed: 1983 });

interface Walked {
  readonly name: string;
  readonly lifecycle: Lifecycle<string>;
  readonly initial: string;
  readonly terminal: readonly string[];
}

const every: readonly Walked[] = [
  { name: 'room', lifecycle: roomLifecycle, initial: 'available', terminal: [] },
  {
    name: 'hold',
    lifecycle: holdLifecycle,
    initial: 'requested',
    terminal: ['refused', 'released', 'expired', 'arrived'],
  },
  {
    name: 'AMHP request',
    lifecycle: amhpRequestLifecycle,
    initial: 'offered',
    terminal: ['done', 'withdrawn'],
  },
  { name: 'lending', lifecycle: lendingLifecycle, initial: 'agreed', terminal: ['ended', 'withdrawn'] },
  { name: 'triage resource', lifecycle: resourceLifecycle, initial: 'off-duty', terminal: [] },
];

const endsIn = (lifecycle: Lifecycle<string>, terminal: readonly string[], from: string): boolean =>
  terminal.some((end) => !unreachableStates(lifecycle, from).includes(end));

describe.each(every)('the life of a $name', ({ lifecycle, initial, terminal }) => {
  const states = Object.keys(lifecycle);

  it('has no state that nothing leads to', () => {
    expect(unreachableStates(lifecycle, initial)).toEqual([]);
  });

  it('moves only to states that the table knows', () => {
    for (const next of Object.values(lifecycle).flat()) expect(states).toContain(next);
  });

  it('ends where it is said to end, and nowhere else', () => {
    expect(states.filter((state) => lifecycle[state]?.length === 0)).toEqual(terminal);
  });

  it('can always come to an end, or go on for ever where there is none', () => {
    for (const state of states) {
      if (terminal.length > 0) expect(endsIn(lifecycle, terminal, state)).toBe(true);
      else expect(unreachableStates(lifecycle, state)).toEqual([]);
    }
  });

  it('cannot leave an end by any sequence of moves', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states), { maxLength: 12 }), (wanted) => {
        let state = initial;
        let ended: string | undefined;
        for (const next of wanted) {
          if (canMove(lifecycle, state, next)) state = next;
          ended ??= terminal.includes(state) ? state : undefined;
        }
        return ended === undefined || state === ended;
      }),
    );
  });
});

describe('the walk of a table', () => {
  it('finds the state that nothing leads to', () => {
    const broken: Lifecycle<'a' | 'b' | 'c'> = { a: ['b'], b: [], c: ['a'] };
    expect(unreachableStates(broken, 'a')).toEqual(['c']);
  });
});
