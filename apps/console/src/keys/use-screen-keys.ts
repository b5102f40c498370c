import { useEffect, useRef, useState } from 'react';

const KEY = 'concord.single-keys';

const typing = (target: Element): boolean =>
  target.closest('input, select, textarea, [contenteditable]') !== null;

const pressesItself = (target: Element): boolean => target.closest('button, a, summary') !== null;

const pressable = (key: string): string =>
  `:is(button, a)[aria-keyshortcuts="${CSS.escape(key)}"]:not(:disabled)`;

/**
 * The button or the link that has a key is what the key presses: they cannot come apart. Within a part
 * that has keys of its own (`data-keys`) its own come first; nobody presses those of a part that they
 * are not in.
 */
const buttonFor = (key: string, from: Element): HTMLElement | undefined => {
  const own = from.closest('[data-keys]')?.querySelector<HTMLElement>(pressable(key));
  if (own) return own;
  const all = [...document.querySelectorAll<HTMLElement>(pressable(key))];
  return all.find((button) => !button.closest('[data-keys]'));
};

interface On {
  readonly onEscape: () => void;
  readonly onDigit?: (digit: number) => void;
}

/**
 * Single-letter keys, only while the focus is on the screen's own main part and not in a field, and only
 * while the person wants them (WCAG 2.2, 2.1.4).
 */
export const useScreenKeys = (on: On) => {
  const [enabled, setEnabled] = useState(() => localStorage.getItem(KEY) !== 'off');
  const latest = useRef(on);
  useEffect(() => {
    latest.current = on;
  });

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as Element;
      if (
        !target.closest('#main') ||
        event.defaultPrevented ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey
      )
        return;
      if (event.key === 'Escape') return latest.current.onEscape();
      if (!enabled || typing(target)) return;
      if (/^[1-9]$/.test(event.key)) return latest.current.onDigit?.(Number(event.key));
      const enters = event.key === 'Enter' && !pressesItself(target);
      if (!enters && !/^[a-z?\]]$/i.test(event.key)) return;
      const button = buttonFor(enters ? 'Enter' : event.key.toUpperCase(), target);
      if (!button) return;
      event.preventDefault();
      button.click();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [enabled]);

  return {
    enabled,
    toggle: () => {
      localStorage.setItem(KEY, enabled ? 'off' : 'on');
      setEnabled(!enabled);
    },
  };
};

export type ScreenKeys = ReturnType<typeof useScreenKeys>;
