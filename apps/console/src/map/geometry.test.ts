import * as fc from 'fast-check';
import { cellOf, outlineOf, roomiestIn } from './cells';
import { boundsOf, fitTo, middleOf, planeAbout } from './plane';
import type { Point } from './plane';

fc.configureGlobal({ seed: 1983 });

const far = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
const point = fc.record({ x: fc.integer({ min: -60, max: 60 }), y: fc.integer({ min: -60, max: 60 }) });
const apart = fc.uniqueArray(point, { minLength: 2, maxLength: 7, selector: ({ x, y }) => `${x} ${y}` });

describe('the schematic plane', () => {
  it('is true to the kilometre over an area, with north up', () => {
    const at = planeAbout({ lat: 55, lon: 2 });
    expect(at({ lat: 55, lon: 2 })).toEqual({ x: 0, y: 0 });
    expect(at({ lat: 56, lon: 2 }).y).toBeCloseTo(-111.195, 2);
    expect(at({ lat: 55, lon: 3 }).x).toBeCloseTo(111.195 * Math.cos((55 * Math.PI) / 180), 2);
  });

  it('fits an area into its window with the same scale across and down', () => {
    const points = [
      { x: -10, y: -5 },
      { x: 30, y: 15 },
    ];
    const { place, pixelsPerKm } = fitTo(boundsOf(points), { width: 500, height: 500 }, 50);
    expect(pixelsPerKm).toBe(10);
    expect(points.map(place)).toEqual([
      { x: 50, y: 150 },
      { x: 450, y: 350 },
    ]);
  });

  it('has a middle even where there is nothing', () => {
    expect(middleOf([])).toEqual({ lat: 0, lon: 0 });
  });
});

describe('a district, of which only the centre is known', () => {
  it('is everything nearer to its centre than to any other', () => {
    fc.assert(
      fc.property(apart, (centres) => {
        const outline = outlineOf(centres, 20);
        centres.forEach((centre, n) => {
          const others = centres.filter((_, other) => other !== n);
          for (const corner of cellOf(centre, others, outline))
            for (const other of others)
              expect(far(corner, centre)).toBeLessThanOrEqual(far(corner, other) + 1e-6);
        });
      }),
    );
  });

  it('contains its own centre, within an outline that goes all round', () => {
    fc.assert(
      fc.property(apart, (centres) => {
        const outline = outlineOf(centres, 20);
        const box = boundsOf(outline);
        for (const { x, y } of centres) {
          expect(x - box.left).toBeGreaterThan(19);
          expect(box.bottom - y).toBeGreaterThan(19);
        }
        const [first = { x: 0, y: 0 }, ...others] = centres;
        const cell = cellOf(first, others, outline);
        expect(cell.length).toBeGreaterThan(2);
        const area = cell.reduce((sum, a, n) => {
          const b = cell[(n + 1) % cell.length] ?? a;
          return sum + (a.x - first.x) * (b.y - first.y) - (b.x - first.x) * (a.y - first.y);
        }, 0);
        expect(area).toBeGreaterThan(0);
      }),
    );
  });

  it('has its name where no place stands', () => {
    const square = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 100 },
      { x: 0, y: 100 },
    ];
    const label = roomiestIn(square, [{ x: 20, y: 20 }]);
    expect(far(label, { x: 20, y: 20 })).toBeGreaterThan(40);
  });
});
