import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync(join(process.cwd(), 'apps/console/src/look/tokens.css'), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name, light, dark]) => [name ?? '', { light: light ?? '', dark: dark ?? '' }] as const,
  ),
);

const luminance = (hex: string): number => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** WCAG 2.2 contrast ratio. */
const contrast = (a: string, b: string): number => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

const ratioOf = (text: string, fill: string, theme: 'light' | 'dark'): number => {
  const [front, back] = [tokens.get(text), tokens.get(fill)];
  if (!front || !back) throw new Error(`no such token: ${front ? fill : text}`);
  return contrast(front[theme], back[theme]);
};

const surfaces = ['page', 'surface', 'sunken', 'raised'];
const texts: [string, string][] = [
  ...surfaces.flatMap((surface): [string, string][] => [
    ['text', surface],
    ['text-quiet', surface],
    ['link', surface],
    ['danger', surface],
  ]),
  ['header-text', 'header'],
  ['header-quiet', 'header'],
  ['header-text', 'header-raised'],
  ['header-quiet', 'header-raised'],
  ['marking-text', 'marking'],
  ['over-text', 'over-fill'],
  ['due-text', 'due-fill'],
  ['soon-text', 'soon-fill'],
  ['mine-text', 'mine-fill'],
  ['normal-text', 'normal-fill'],
];
const edges: [string, string][] = [
  ...['over-edge', 'due-edge', 'soon-edge', 'mine-edge', 'normal-edge', 'line-strong', 'action'].flatMap(
    (edge): [string, string][] => surfaces.map((surface) => [edge, surface]),
  ),
  ['accent', 'header'],
  ['focus', 'focus-edge'],
];
const themes = ['light', 'dark'] as const;

describe('contrast', () => {
  it.each(texts)('%s on %s can be read (at least 4.5, small print 7)', (text, fill) => {
    for (const theme of themes) {
      expect(ratioOf(text, fill, theme)).toBeGreaterThanOrEqual(text === 'text-quiet' ? 7 : 4.5);
    }
  });

  it('a button can be read at rest and under the pointer', () => {
    for (const theme of themes) {
      expect(ratioOf('action-text', 'action', theme)).toBeGreaterThanOrEqual(4.5);
      expect(ratioOf('action-text', 'action-hover', theme)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(edges)('%s on %s can be made out (at least 3)', (edge, surface) => {
    for (const theme of themes) expect(ratioOf(edge, surface, theme)).toBeGreaterThanOrEqual(3);
  });
});
