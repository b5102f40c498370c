import type { ReactNode } from 'react';
import type { Layer } from './map-items';

const stroke = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6, strokeLinejoin: 'round' } as const;

const pictures: Readonly<Record<Layer, ReactNode>> = {
  incident: (
    <g fill="currentColor">
      <circle cx="8" cy="4.6" r="2.9" />
      <path d="M2.6 14.2c0-3.3 2.3-5.4 5.4-5.4s5.4 2.1 5.4 5.4z" />
    </g>
  ),
  suite: (
    <g {...stroke} strokeLinecap="round">
      <path d="M1.5 13V3.5M1.5 10.3h13V13M14.5 10.3V8.6a2 2 0 0 0-2-2H7v3.7" />
      <circle cx="4.3" cy="7.6" r="1.5" fill="currentColor" stroke="none" />
    </g>
  ),
  'emergency-department': <path d="M8 2.4v11.2M2.4 8h11.2" stroke="currentColor" strokeWidth="3.6" />,
  'other-place': <path {...stroke} d="M8 1.6l5.6 2v4c0 3.6-2.5 5.9-5.6 7-3.1-1.1-5.6-3.4-5.6-7v-4z" />,
  alternative: (
    <g {...stroke} strokeLinecap="round">
      <path d="M2.2 6.400h9v3.600a3.600 3.600 0 0 1-3.600 3.600h-1.800a3.600 3.600 0 0 1-3.600-3.600z" />
      <path d="M11.200 7.400h1a1.700 1.700 0 0 1 0 3.400h-1M5 1.800v2M8.400 1.800v2" />
    </g>
  ),
  car: (
    <g {...stroke}>
      <path d="M1.4 11.6V8.400l2.2-4h8.800l2.2 4v3.200z" />
      <circle cx="4.6" cy="11.8" r="1.8" fill="currentColor" stroke="none" />
      <circle cx="11.4" cy="11.8" r="1.8" fill="currentColor" stroke="none" />
    </g>
  ),
};

/** What kind of thing it is, by its shape; its words stand beside it. */
export const LayerIcon = ({ layer, size = 16 }: { readonly layer: Layer; readonly size?: number }) => (
  <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
    {pictures[layer]}
  </svg>
);
