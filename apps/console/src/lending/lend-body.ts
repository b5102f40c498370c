import type { BodyOf } from '@concord/contracts';
import type { AgeBand, Instant } from '@concord/domain';
import { plusMinutes } from '@concord/domain';

/** What the form holds, as it was typed. */
export interface LendEntry {
  readonly toAreaId: string;
  readonly placeIds: readonly string[];
  readonly inHours: string;
  readonly forHours: string;
  readonly atMost: string;
  readonly ages: AgeBand;
  readonly from: string;
  readonly to: string;
  readonly needsYes: boolean;
  readonly asOwn: boolean;
}

export const emptyEntry: LendEntry = {
  toAreaId: '',
  placeIds: [],
  inHours: '0',
  forHours: '12',
  atMost: '',
  ages: 'any-age',
  from: '',
  to: '',
  needsYes: false,
  asOwn: false,
};

export type LendProblems = { readonly [Field in 'toAreaId' | 'placeIds' | 'hours']?: string };

/** What is still missing, by its field. */
export const lendProblems = ({ toAreaId, placeIds, from, to }: LendEntry): LendProblems => ({
  ...(toAreaId === '' ? { toAreaId: 'Say to which area.' } : {}),
  ...(placeIds.length === 0 ? { placeIds: 'Choose at least one suite.' } : {}),
  ...((from === '') !== (to === '') || (from !== '' && from === to)
    ? { hours: 'Give both times, and different ones, or neither.' }
    : {}),
});

/** The command: from now unless it begins later, and always with an end. */
export const lendBody = (entry: LendEntry, now: Instant): BodyOf<'lendPlaces'> => {
  const later = Number(entry.inHours) * 60;
  const begins = plusMinutes(now, later);
  return {
    toAreaId: entry.toAreaId,
    placeIds: [...entry.placeIds],
    ...(later > 0 ? { from: begins } : {}),
    until: plusMinutes(begins, Number(entry.forHours) * 60),
    rules: {
      atMost: entry.atMost === '' ? null : Number(entry.atMost),
      ages: entry.ages,
      hours: entry.from === '' ? null : { from: entry.from, to: entry.to },
      needsYes: entry.needsYes,
      ranked: entry.asOwn ? 'as-own' : 'after-own',
    },
  };
};
