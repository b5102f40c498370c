import type { Box } from './box-grid';
import { boxGrid } from './box-grid';
import type { Point, Size } from './plane';

/** A label that wants its middle at a point. */
export interface Label extends Size {
  readonly at: Point;
}

const GAP = 5;
const WAYS = 16;
const STEP = 14;
const RINGS = 40;
/** Standing on the point where another thing is costs as much as standing this far away. */
const ON_A_POINT = 46;

/** Round a point, nearest first; to the sides a little before up and down, as labels are wide. */
const around: readonly Point[] = [
  { x: 0, y: 0 },
  ...Array.from({ length: RINGS * WAYS }, (_, n) => {
    const far = STEP * (1 + Math.floor(n / WAYS));
    const angle = (2 * Math.PI * (n % WAYS)) / WAYS;
    return { x: 1.35 * far * Math.cos(angle), y: far * Math.sin(angle) };
  }),
];

/**
 * Where each label stands: as near to its point as it can without covering a label before it, what is to
 * be kept clear, or, if that costs little, the point of anything else. Earlier labels never make way for
 * later ones: put first what should not move. The same labels always end in the same places.
 */
export const spread = (labels: readonly Label[], space: Size, clear: readonly Box[] = []): Point[] => {
  const taken = boxGrid();
  const anchors = boxGrid();
  const roomFor = ({ middle, width, height }: Box): Box => ({
    middle,
    width: width + GAP,
    height: height + GAP,
  });
  for (const box of clear) taken.put(roomFor(box));
  for (const { at } of labels) anchors.put({ middle: at, width: 0, height: 0 });
  return labels.map(({ at, width, height }) => {
    const inside = ({ x, y }: Point): Point => ({
      x: Math.max(width / 2 + GAP, Math.min(space.width - width / 2 - GAP, x)),
      y: Math.max(height / 2 + GAP, Math.min(space.height - height / 2 - GAP, y)),
    });
    let best: { readonly box: Box; readonly cost: number } | undefined;
    for (const { x, y } of around) {
      const far = Math.hypot(x, y);
      if (best && far >= best.cost) break;
      const box = { middle: inside({ x: at.x + x, y: at.y + y }), width, height };
      if (taken.hit(roomFor(box))) continue;
      const ownPoint =
        Math.abs(box.middle.x - at.x) < width / 2 && Math.abs(box.middle.y - at.y) < height / 2;
      const points = anchors.points(box) - (ownPoint ? 1 : 0);
      const cost = Math.hypot(box.middle.x - at.x, box.middle.y - at.y) + points * ON_A_POINT;
      if (!best || cost < best.cost) best = { box, cost };
    }
    const box = best?.box ?? { middle: inside(at), width, height };
    taken.put(roomFor(box));
    return box.middle;
  });
};
