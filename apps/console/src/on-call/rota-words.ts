import type { GapReason, Rota, Because } from '@concord/domain';

/** Why nobody is on, in words. */
export const gapWords: Readonly<Record<GapReason, string>> = {
  'not-begun': 'not begun',
  ended: 'ended',
  'outside-hours': 'no layer counts at these hours',
  'nobody-listed': 'nobody is listed',
  'taken-off': 'taken off, nobody in their place',
  'temporary-empty': 'left empty by a temporary rota',
};

/** What puts somebody on, in words: the layer's name, or what was put over it and by whom. */
export const becauseWords = (rota: Rota, { kind, id }: Because): string => {
  switch (kind) {
    case 'layer':
      return rota.layers.find((layer) => layer.id === id)?.name ?? 'turn';
    case 'temporary':
      return rota.temporary.find((one) => one.id === id)?.name ?? 'temporary rota';
    case 'swap':
      return 'swap';
    case 'override': {
      const override = rota.overrides.find((one) => one.id === id);
      return override ? `${override.why} (${override.by.name})` : 'override';
    }
  }
};

export const weekdayWords = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** "two hours", "1.5 h": hours as people say them. */
export const hoursWords = (hours: number): string => `${Math.round(hours * 10) / 10} h`;
