import type { Area, Place, Position } from '@concord/domain';
import type { Polygon } from './cells';
import { cellOf, outlineOf, roomiestIn } from './cells';
import type { Bounds, Point, Size } from './plane';
import type { Box } from './box-grid';
import { boundsOf, fitTo, middleOf, planeAbout, within } from './plane';

/** What does not move while people and cars do: the districts and the scale, in pixels of the window. */
export interface Ground {
  readonly districts: readonly { readonly name: string; readonly cell: Polygon; readonly label: Point }[];
  /** Of the districts' names, in pixels. */
  readonly letter: number;
  readonly pixelsPerKm: number;
  /** Where a position stands; one outside the area stands at its edge. */
  readonly at: (position: Position) => Point;
}

/** How far the area is taken to reach beyond its outermost place: a share of its size. */
const BEYOND = 0.27;
const FILLED = 0.72;
const MARGIN = 14;
const EDGE = 30;
const NARROW = 520;
/** Of a capital, spaced as names on the ground are, to its size. */
const WIDE = 0.93;

/** Points part of the way to the corners of the window, so that a long thin area still fills some of it. */
const cornersOf = ({ left, top, right, bottom }: Bounds): Point[] => {
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  return [left, right].flatMap((x) =>
    [top, bottom].map((y) => ({
      x: middle.x + (x - middle.x) * FILLED,
      y: middle.y + (y - middle.y) * FILLED,
    })),
  );
};

/**
 * Drawn from the area's definition alone, so that it stays where it is whatever happens in the area: a map
 * that moved by itself with each new incident would take the place from under somebody's eyes.
 */
export const groundOf = (
  { districts }: Pick<Area, 'districts'>,
  places: readonly Pick<Place, 'position'>[],
  size: Size,
): Ground => {
  const positions = [...districts.map(({ centre }) => centre), ...places.map(({ position }) => position)];
  const plane = planeAbout(middleOf(positions));
  const points = positions.map(plane);
  const spanOf = boundsOf(points.length > 0 ? points : [{ x: 0, y: 0 }]);
  const span = Math.max(spanOf.right - spanOf.left, spanOf.bottom - spanOf.top, 10);
  const outline = outlineOf([...points, ...cornersOf(spanOf)], span * BEYOND);
  const { pixelsPerKm, place } = fitTo(boundsOf(outline), size, MARGIN);
  const centres = districts.map(({ centre }) => place(plane(centre)));
  const taken = places.map(({ position }) => place(plane(position)));
  const edge = { left: EDGE, top: EDGE, right: size.width - EDGE, bottom: size.height - EDGE };
  const letter = size.width < NARROW ? 11.5 : 15;
  return {
    pixelsPerKm,
    letter,
    at: (position) => within(place(plane(position)), edge),
    districts: districts.map(({ name }, n) => {
      const centre = centres[n] ?? { x: 0, y: 0 };
      const cell = cellOf(
        centre,
        centres.filter((_, other) => other !== n),
        outline.map(place),
      );
      const half = (name.length * letter * WIDE) / 2;
      const names = { ...edge, left: half + 4, right: size.width - half - 4 };
      return { name, cell, label: within(roomiestIn(cell, taken), names) };
    }),
  };
};

/** Over the window's corners: the buttons, the scale and the keys. */
const corners = {
  controls: { width: 160, height: 112 },
  scale: { width: 200, height: 44 },
  keys: { width: 330, height: 30 },
};

/** What labels keep off: the districts' names and, while the whole area is in sight, what stands in the corners. */
export const clearOf = ({ districts, letter }: Ground, { width, height }: Size, zoom: number): Box[] => [
  ...districts.map(({ name, label }) => ({
    middle: { x: label.x * zoom, y: label.y * zoom - letter / 3 },
    width: name.length * letter * WIDE,
    height: letter * 1.4,
  })),
  ...(zoom > 1
    ? []
    : [
        {
          ...corners.controls,
          middle: { x: width - corners.controls.width / 2, y: height - corners.controls.height / 2 },
        },
        { ...corners.scale, middle: { x: corners.scale.width / 2, y: height - corners.scale.height / 2 } },
        { ...corners.keys, middle: { x: corners.keys.width / 2, y: corners.keys.height / 2 } },
      ]),
];
