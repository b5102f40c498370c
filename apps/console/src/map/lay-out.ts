import type { MapItem } from './map-items';
import type { Point, Size } from './plane';
import type { Box } from './box-grid';
import { spread } from './spread';
import { fitted, textWidth } from './text-width';

export const TEXT = 13;
/** Room for the picture of a kind, left of the words. */
export const ICON = 30;
const LINE = 17;
const PADDING = 9;
const MOST_WIDE = 210;
/** How much wider a heavy face runs. */
const HEAVY = 1.06;
export const TAG = 20;
const MOST_TAGS = 4;
const TAG_PADDING = 18;
const COMPACT = 28;
/** Pixels of window that a mark with words needs to itself; with less, marks are pictures only. */
const ROOMY = 16_000;

/** One mark, placed: where it belongs, where it stands, and its words as they fit. */
export interface Mark extends Size {
  readonly item: MapItem;
  /** Where the thing is. */
  readonly anchor: Point;
  /** The middle of its label. */
  readonly middle: Point;
  readonly compact: boolean;
  readonly title: string;
  readonly line: string;
  /** Who is at this place, and which cars are with them. */
  readonly tags: readonly MapItem[];
  readonly moreTags: number;
}

interface Asked {
  readonly items: readonly MapItem[];
  readonly place: (item: MapItem) => Point;
  readonly size: Size;
  readonly zoom: number;
  readonly chosen: string | undefined;
  /** What no label may cover. */
  readonly clear: readonly Box[];
}

/** A person at a place, or a car with a person, on that one's own mark. */
export const tagText = ({ name, brief }: Pick<MapItem, 'name' | 'brief'>): string =>
  brief ? `${name} · ${brief}` : name;

const sizeOf = (title: string, line: string, tags: readonly MapItem[], more: number): Size => {
  const texts = [
    textWidth(title, TEXT) * HEAVY,
    textWidth(line, TEXT),
    ...tags.map((tag) => textWidth(tagText(tag), TEXT) * HEAVY - ICON + TAG_PADDING),
  ];
  return {
    width: ICON + Math.min(MOST_WIDE, Math.max(...texts)) + PADDING,
    height: 2 * LINE + 8 + (tags.length + (more > 0 ? 1 : 0)) * TAG,
  };
};

/** Whether there is room for words: the same on any screen, and more of it the farther in. */
const hasRoom = (count: number, { width, height }: Size, zoom: number): boolean =>
  (width * height * zoom * zoom) / Math.max(1, count) >= ROOMY;

const isOffDuty = ({ layer, tone }: MapItem): boolean => layer === 'car' && tone === 'quiet';

/** Places stand firm; people and then cars find room between them, so that a new call moves nothing else. */
const firmness = (item: MapItem): number =>
  item.layer === 'incident' ? 1 : item.layer === 'car' ? (isOffDuty(item) ? 3 : 2) : 0;

/** Every mark at its place in the zoomed map, none on top of another. */
export const layOut = ({ items, place, size, zoom, chosen, clear }: Asked): Mark[] => {
  const ids = new Set(items.map(({ id }) => id));
  const own = items.filter(({ at }) => at === null || !ids.has(at)).sort((a, b) => firmness(a) - firmness(b));
  const roomy = hasRoom(own.length, size, zoom);
  const marks = own.map((item) => {
    const here = items.filter(({ at }) => at === item.id);
    const compact = (!roomy || isOffDuty(item)) && item.id !== chosen;
    const tags = compact ? [] : here.slice(0, MOST_TAGS);
    const moreTags = here.length - tags.length;
    const title = fitted(item.name, TEXT, MOST_WIDE / HEAVY);
    const line = fitted(item.brief, TEXT, MOST_WIDE);
    return {
      item,
      anchor: place(item),
      compact,
      title,
      line,
      tags,
      moreTags,
      ...(compact ? { width: COMPACT, height: COMPACT } : sizeOf(title, line, tags, moreTags)),
    };
  });
  const middles = spread(
    marks.map(({ anchor, width, height }) => ({ at: anchor, width, height })),
    { width: size.width * zoom, height: size.height * zoom },
    clear,
  );
  return marks.map((mark, n) => ({ ...mark, middle: middles[n] ?? mark.anchor }));
};
