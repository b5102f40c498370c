import { useCallback, useState } from 'react';
import type { Size } from './plane';

/** How large an element is, followed while it is on the screen. */
export const useSize = (): readonly [
  (node: HTMLElement | null) => (() => void) | undefined,
  Size | undefined,
] => {
  const [size, setSize] = useState<Size>();
  const watch = useCallback((node: HTMLElement | null) => {
    if (!node) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      if (width > 0 && height > 0) setSize({ width, height });
    });
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  return [watch, size];
};
