import type { Named } from '@concord/domain';

// Who and what the fictional things of `examples.ts` are about.

export const uid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const who = (n: number, name: string): Named => ({ userId: uid(n), name });

export const areaId = uid(1);
export const incidentId = uid(2);
export const elm = uid(10);
export const oak = uid(11);
export const car = uid(20);
export const holdId = uid(30);
export const requestId = uid(31);
export const roomId = uid(32);
export const controller = who(40, 'Morgan Reyes');
export const nurse = who(41, 'Nia Patel');
export const amhp = who(42, 'Ada Crewe');
export const colleague = who(43, 'Ben Holt');

export const at = (minute: number): string => new Date(Date.UTC(2026, 10, 22, 2, minute)).toISOString();

/** Where the scene is: nothing of it may reach a suite. */
export const scene = { text: '14 Mill Lane', position: { lat: 54.03217, lon: -2.14856 } } as const;
