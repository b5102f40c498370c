import * as fc from 'fast-check';
import type { Label } from './spread';
import { spread } from './spread';
import { fitted, textWidth } from './text-width';

fc.configureGlobal({ seed: 1983 });

const space = { width: 900, height: 700 };
const label = fc.record({
  at: fc.record({ x: fc.nat({ max: 900 }), y: fc.nat({ max: 700 }) }),
  width: fc.integer({ min: 30, max: 200 }),
  height: fc.integer({ min: 28, max: 60 }),
});

const overlapping = (labels: readonly Label[], at: ReturnType<typeof spread>): string[] =>
  labels.flatMap((a, i) =>
    labels.slice(i + 1).flatMap((b, j) => {
      const [p, q] = [at[i], at[i + 1 + j]];
      if (!p || !q) return ['missing'];
      const apart =
        Math.abs(p.x - q.x) >= (a.width + b.width) / 2 || Math.abs(p.y - q.y) >= (a.height + b.height) / 2;
      return apart ? [] : [`${i} on ${i + 1 + j}`];
    }),
  );

describe('labels on the map', () => {
  it('never cover each other, and stay on the map', () => {
    fc.assert(
      fc.property(fc.array(label, { maxLength: 24 }), (labels) => {
        const at = spread(labels, space);
        expect(overlapping(labels, at)).toEqual([]);
        at.forEach(({ x, y }, n) => {
          expect(x - (labels[n]?.width ?? 0) / 2).toBeGreaterThanOrEqual(0);
          expect(y + (labels[n]?.height ?? 0) / 2).toBeLessThanOrEqual(space.height);
        });
      }),
    );
  });

  it('do not move when more come after them, if those stand on no point of theirs', () => {
    fc.assert(
      fc.property(fc.array(label, { maxLength: 12 }), (labels) => {
        const later = { at: { x: 5000, y: 5000 }, width: 100, height: 40 };
        expect(spread([...labels, later], space).slice(0, labels.length)).toEqual(spread(labels, space));
      }),
    );
  });

  it('keep clear of what must be seen', () => {
    const [at] = spread([{ at: { x: 100, y: 100 }, width: 60, height: 30 }], space, [
      { middle: { x: 100, y: 100 }, width: 80, height: 40 },
    ]);
    expect(Math.abs((at?.y ?? 100) - 100) >= 35 || Math.abs((at?.x ?? 100) - 100) >= 70).toBe(true);
  });

  it('are cut to what fits, and say that they were', () => {
    expect(fitted('Elm Suite', 13, 200)).toBe('Elm Suite');
    const cut = fitted('Nettlefold General Hospital and Annexe', 13, 120);
    expect(cut).toMatch(/^Nettlefold .*…$/);
    expect(textWidth(cut, 13)).toBeLessThanOrEqual(120);
  });
});
