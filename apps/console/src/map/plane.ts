import type { Position } from '@concord/domain';

/** A point of the schematic plane: kilometres east and south, or pixels once it has been fitted. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const KM_PER_DEGREE = 111.195;

/**
 * Equirectangular about the middle of the area: true enough over the hundred kilometres of a police area,
 * and what is north is up.
 */
export const planeAbout = (middle: Position) => {
  const shrink = Math.cos((middle.lat * Math.PI) / 180);
  return ({ lat, lon }: Position): Point => ({
    x: (lon - middle.lon) * KM_PER_DEGREE * shrink,
    y: (middle.lat - lat) * KM_PER_DEGREE,
  });
};

export const middleOf = (positions: readonly Position[]): Position => {
  const mid = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  return positions.length === 0
    ? { lat: 0, lon: 0 }
    : { lat: mid(positions.map(({ lat }) => lat)), lon: mid(positions.map(({ lon }) => lon)) };
};

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const boundsOf = (points: readonly Point[]): Bounds => ({
  left: Math.min(...points.map(({ x }) => x)),
  top: Math.min(...points.map(({ y }) => y)),
  right: Math.max(...points.map(({ x }) => x)),
  bottom: Math.max(...points.map(({ y }) => y)),
});

/** From kilometres to pixels of a window, as large as it goes with this margin, in the middle. */
export const fitTo = (bounds: Bounds, { width, height }: Size, margin: number) => {
  const across = Math.max(1, bounds.right - bounds.left);
  const down = Math.max(1, bounds.bottom - bounds.top);
  const pixelsPerKm = Math.max(0.1, Math.min((width - 2 * margin) / across, (height - 2 * margin) / down));
  const from = {
    x: (width - across * pixelsPerKm) / 2,
    y: (height - down * pixelsPerKm) / 2,
  };
  return {
    pixelsPerKm,
    place: ({ x, y }: Point): Point => ({
      x: from.x + (x - bounds.left) * pixelsPerKm,
      y: from.y + (y - bounds.top) * pixelsPerKm,
    }),
  };
};

/** The nearest point that lies within the bounds: what is outside is drawn at the edge. */
export const within = ({ x, y }: Point, { left, top, right, bottom }: Bounds): Point => ({
  x: Math.min(right, Math.max(left, x)),
  y: Math.min(bottom, Math.max(top, y)),
});
