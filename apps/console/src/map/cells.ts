import type { Point } from './plane';

export type Polygon = readonly Point[];

const turn = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** The convex hull, by monotone chains. */
const hullOf = (points: readonly Point[]): Polygon => {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const chain = (from: readonly Point[]): Point[] => {
    const out: Point[] = [];
    for (const point of from) {
      while (out.length > 1 && turn(out[out.length - 2] ?? point, out[out.length - 1] ?? point, point) <= 0)
        out.pop();
      out.push(point);
    }
    return out.slice(0, -1);
  };
  return [...chain(sorted), ...chain(sorted.reverse())];
};

const CORNERS = 24;

/** The area's own shape: everything within a distance of the hull of its points, with round corners. */
export const outlineOf = (points: readonly Point[], distance: number): Polygon =>
  hullOf(
    points.flatMap(({ x, y }) =>
      Array.from({ length: CORNERS }, (_, n) => {
        const angle = (2 * Math.PI * n) / CORNERS;
        return { x: x + distance * Math.cos(angle), y: y + distance * Math.sin(angle) };
      }),
    ),
  );

/** What of a convex polygon is nearer to one point than to the other. */
const nearerTo = (polygon: Polygon, to: Point, than: Point): Polygon => {
  const middle = { x: (to.x + than.x) / 2, y: (to.y + than.y) / 2 };
  const side = ({ x, y }: Point) => (x - middle.x) * (to.x - than.x) + (y - middle.y) * (to.y - than.y);
  return polygon.flatMap((point, n) => {
    const next = polygon[(n + 1) % polygon.length] ?? point;
    const [here, there] = [side(point), side(next)];
    const kept = here >= 0 ? [point] : [];
    if (here >= 0 === there >= 0) return kept;
    const share = here / (here - there);
    return [...kept, { x: point.x + (next.x - point.x) * share, y: point.y + (next.y - point.y) * share }];
  });
};

/**
 * A district has a centre and no boundary in the area's definition, so it is drawn as everything nearer to
 * its centre than to any other: a soft region, not a claim about where a line runs.
 */
export const cellOf = (centre: Point, others: readonly Point[], outline: Polygon): Polygon =>
  others.reduce((cell, other) => nearerTo(cell, centre, other), outline);

const toSegment = (p: Point, a: Point, b: Point): number => {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const long = dx * dx + dy * dy;
  const share = long === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / long));
  return Math.hypot(p.x - a.x - share * dx, p.y - a.y - share * dy);
};

const inside = (p: Point, polygon: Polygon): boolean =>
  polygon.every((a, n) => turn(a, polygon[(n + 1) % polygon.length] ?? a, p) >= 0);

const STEPS = 16;

/** Where in a cell a name stands freest of its edge and of the places in it. */
export const roomiestIn = (cell: Polygon, taken: readonly Point[]): Point => {
  const xs = cell.map(({ x }) => x);
  const ys = cell.map(({ y }) => y);
  const at = (values: readonly number[], n: number) =>
    Math.min(...values) + ((Math.max(...values) - Math.min(...values)) * (n + 0.5)) / STEPS;
  const free = (p: Point): number =>
    Math.min(
      ...cell.map((a, n) => 2 * toSegment(p, a, cell[(n + 1) % cell.length] ?? a)),
      ...taken.map(({ x, y }) => Math.hypot(p.x - x, p.y - y)),
    );
  const candidates = Array.from({ length: STEPS * STEPS }, (_, n) => ({
    x: at(xs, n % STEPS),
    y: at(ys, Math.floor(n / STEPS)),
  })).filter((point) => inside(point, cell));
  const [first = { x: at(xs, STEPS / 2), y: at(ys, STEPS / 2) }] = candidates;
  return candidates.reduce((best, point) => (free(point) > free(best) ? point : best), first);
};
