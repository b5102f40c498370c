import type { Point, Size } from './plane';

/** How far in, and how far the whole is shifted, in pixels of the window. */
export interface View {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

export const wholeArea: View = { zoom: 1, x: 0, y: 0 };

const MOST = 8;
export const STEP = 1.5;

/** The view, never so far shifted that the window looks past the edge of the map. */
const kept = ({ zoom, x, y }: View, { width, height }: Size): View => ({
  zoom,
  x: Math.min(0, Math.max(width * (1 - zoom), x)),
  y: Math.min(0, Math.max(height * (1 - zoom), y)),
});

export const moved = (view: View, by: Point, size: Size): View =>
  kept({ ...view, x: view.x + by.x, y: view.y + by.y }, size);

/** Nearer or farther, with what is under this point of the window staying under it. */
export const zoomed = (view: View, factor: number, at: Point, size: Size): View => {
  const zoom = Math.min(MOST, Math.max(1, view.zoom * factor));
  const by = zoom / view.zoom;
  return kept({ zoom, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by }, size);
};

export const canZoomIn = ({ zoom }: View): boolean => zoom < MOST;
export const canZoomOut = ({ zoom }: View): boolean => zoom > 1;

const EDGE = 60;

/** The view in which a point of the zoomed map can be seen: the same one where it already can. */
export const showing = (view: View, point: Point, size: Size): View => {
  const seen = { x: point.x + view.x, y: point.y + view.y };
  const inSight =
    seen.x >= EDGE && seen.y >= EDGE && seen.x <= size.width - EDGE && seen.y <= size.height - EDGE;
  return inSight ? view : kept({ ...view, x: size.width / 2 - point.x, y: size.height / 2 - point.y }, size);
};
