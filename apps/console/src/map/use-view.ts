import { useCallback, useEffect, useRef, useState } from 'react';
import type { Point, Size } from './plane';
import type { View } from './view';
import { moved, showing, STEP, wholeArea, zoomed } from './view';

const KEY_MOVE = 80;
/** A press that moves less than this is a choice, not a pull. */
const STILL = 4;

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: KEY_MOVE, y: 0 },
  ArrowRight: { x: -KEY_MOVE, y: 0 },
  ArrowUp: { x: 0, y: KEY_MOVE },
  ArrowDown: { x: 0, y: -KEY_MOVE },
};

/** Looking about a map of this size: by keys, by buttons, by wheel and by pulling. It never moves by itself. */
export const useView = (size: Size) => {
  const [view, setView] = useState<View>(wholeArea);
  const pulled = useRef<{ last: Point; far: number } | undefined>(undefined);
  const latest = useRef(size);
  useEffect(() => {
    latest.current = size;
  });

  const middle = { x: size.width / 2, y: size.height / 2 };
  const move = (by: Point) => setView((from) => moved(from, by, size));
  const zoomBy = (factor: number, at: Point = middle) => setView((from) => zoomed(from, factor, at, size));
  const whole = () => setView(wholeArea);

  // React listens to wheels passively, which would scroll the page as well.
  const watchWheel = useCallback((node: HTMLElement | null) => {
    if (!node) return undefined;
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      const box = node.getBoundingClientRect();
      const at = { x: event.clientX - box.left, y: event.clientY - box.top };
      setView((from) => zoomed(from, Math.exp(-event.deltaY / 500), at, latest.current));
    };
    node.addEventListener('wheel', turn, { passive: false });
    return () => node.removeEventListener('wheel', turn);
  }, []);

  return {
    view,
    move,
    zoomBy,
    whole,
    watchWheel,
    show: useCallback((point: Point) => setView((from) => showing(from, point, latest.current)), []),
    hand: {
      onKeyDown: (event: React.KeyboardEvent) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const by = arrows[event.key];
        if (by) move(by);
        else if (event.key === '+' || event.key === '=') zoomBy(STEP);
        else if (event.key === '-') zoomBy(1 / STEP);
        else if (event.key === '0') whole();
        else return;
        event.preventDefault();
      },
      onPointerDown: (event: React.PointerEvent) => {
        if (event.button === 0) pulled.current = { last: { x: event.clientX, y: event.clientY }, far: 0 };
      },
      onPointerMove: (event: React.PointerEvent) => {
        const pull = pulled.current;
        if (!pull) return;
        const by = { x: event.clientX - pull.last.x, y: event.clientY - pull.last.y };
        pulled.current = {
          last: { x: event.clientX, y: event.clientY },
          far: pull.far + Math.hypot(by.x, by.y),
        };
        if (pulled.current.far > STILL) {
          event.currentTarget.setPointerCapture(event.pointerId);
          move(by);
        }
      },
      onPointerUp: () => {
        pulled.current = undefined;
      },
    },
  };
};

export type Looking = Pick<ReturnType<typeof useView>, 'view' | 'move' | 'zoomBy' | 'whole'>;
