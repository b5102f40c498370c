import { Temporal } from 'temporal-polyfill';

export const a = Date.now();
export const b = new Date();
export const c = performance.now();
export const d = Temporal.Now.instant();
