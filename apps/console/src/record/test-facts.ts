import type { Fact, FactDetail } from '@concord/domain';
import { plusMinutes } from '@concord/domain';

// Fictional facts for the tests beside them.

export const START = '2026-11-22T02:00:00.000Z';
export const after = (minutes: number): string => plusMinutes(START, minutes);

const officer = { userId: 'officer', name: 'PC Ames' };

let told = 0;

/** A fact of this minute, told as it happened unless said otherwise. */
export const fact = (minute: number, detail: FactDetail, more: Partial<Fact> = {}): Fact =>
  ({
    id: `fact-${(told += 1)}`,
    happenedAt: after(minute),
    recordedAt: after(minute),
    by: officer,
    ...detail,
    ...more,
  }) as Fact;

export const suite = {
  kind: 'arrived',
  placeId: 'elm',
  placeName: 'Elm Suite',
  placeKind: 'suite',
  roomId: null,
} as const;

export const station = {
  ...suite,
  placeId: 'custody',
  placeName: 'Kingsgate Custody',
  placeKind: 'police-station',
} as const;

export const opened = fact(-20, { kind: 'opened', calledBy: 'PC Ames' });
export const advised = fact(-10, {
  kind: 'advice-sought',
  adviser: 'Nurse Sorrel',
  profession: 'nurse',
  advice: 'Known to services',
});
export const detained = fact(0, { kind: 'detained', power: 's136-removed', officer: 'PC Ames' });
