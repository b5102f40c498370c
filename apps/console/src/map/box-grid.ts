import type { Point, Size } from './plane';

/** A label, or what labels keep clear of: a name on the ground, a button over it. */
export interface Box extends Size {
  readonly middle: Point;
}

const CELL = 80;
/** More cells than any map is high. */
const ROW = 100_000;

/**
 * Boxes by where they are, so that one is compared with its neighbours and not with all: 300 marks with
 * words find their places in about 70 ms instead of 620.
 */
export const boxGrid = () => {
  const cells = new Map<number, Box[]>();
  /** Looks into each cell that the box reaches, until told that it has found what it looks for. */
  const inReach = (box: Box, look: (others: Box[]) => boolean): boolean => {
    const { middle, width, height } = box;
    const cell = (at: number) => Math.floor(at / CELL);
    for (let x = cell(middle.x - width / 2); x <= cell(middle.x + width / 2); x++) {
      for (let y = cell(middle.y - height / 2); y <= cell(middle.y + height / 2); y++) {
        const key = x * ROW + y;
        const others = cells.get(key) ?? [];
        if (others.length === 0) cells.set(key, others);
        if (look(others)) return true;
      }
    }
    return false;
  };
  const touch = (a: Box, b: Box): boolean =>
    Math.abs(a.middle.x - b.middle.x) < (a.width + b.width) / 2 &&
    Math.abs(a.middle.y - b.middle.y) < (a.height + b.height) / 2;

  return {
    put: (box: Box): void => {
      inReach(box, (others) => {
        others.push(box);
        return false;
      });
    },
    /** Whether any box overlaps this one. */
    hit: (box: Box): boolean => inReach(box, (others) => others.some((other) => touch(box, other))),
    /** How many of the points put in lie within this box. A point is in one cell, so none counts twice. */
    points: (box: Box): number => {
      let count = 0;
      inReach(box, (others) => {
        for (const point of others) if (touch(box, point)) count += 1;
        return false;
      });
      return count;
    },
  };
};
