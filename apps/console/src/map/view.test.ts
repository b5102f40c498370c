import * as fc from 'fast-check';
import type { View } from './view';
import { moved, showing, wholeArea, zoomed } from './view';

fc.configureGlobal({ seed: 1983 });

const size = { width: 800, height: 600 };
const at = fc.record({ x: fc.nat({ max: 800 }), y: fc.nat({ max: 600 }) });
const anyView: fc.Arbitrary<View> = fc
  .tuple(fc.double({ min: 1, max: 8, noNaN: true }), at)
  .map(([zoom, where]) => zoomed(wholeArea, zoom, where, size));

const seesNoEdge = ({ zoom, x, y }: View) =>
  x <= 0 && y <= 0 && x >= 800 * (1 - zoom) - 1e-6 && y >= 600 * (1 - zoom) - 1e-6;

describe('looking about the map', () => {
  it('never goes past its edge, nor nearer or farther than it can', () => {
    fc.assert(
      fc.property(anyView, at, fc.double({ min: 0.1, max: 10, noNaN: true }), (view, where, factor) => {
        const next = zoomed(view, factor, where, size);
        expect(next.zoom).toBeGreaterThanOrEqual(1);
        expect(next.zoom).toBeLessThanOrEqual(8);
        expect(seesNoEdge(next)).toBe(true);
        expect(seesNoEdge(moved(view, { x: where.x - 400, y: where.y - 300 }, size))).toBe(true);
      }),
    );
  });

  it('keeps what is under the pointer under the pointer, away from the edges', () => {
    const middle = { x: 400, y: 300 };
    const near = zoomed(wholeArea, 2, middle, size);
    expect(near).toEqual({ zoom: 2, x: -400, y: -300 });
    expect(zoomed(near, 0.5, middle, size)).toEqual(wholeArea);
  });

  it('stays as it is for what can be seen, and goes to what cannot', () => {
    const near = zoomed(wholeArea, 4, { x: 0, y: 0 }, size);
    expect(showing(near, { x: 300, y: 300 }, size)).toBe(near);
    const gone = showing(near, { x: 2000, y: 1500 }, size);
    expect({ x: 2000 + gone.x, y: 1500 + gone.y }).toEqual({ x: 400, y: 300 });
  });
});
