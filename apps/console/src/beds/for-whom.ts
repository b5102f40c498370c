import type { Room } from '@concord/domain';
import { ageBandWords } from '../words/codes';
import { needWords, sexBandWords } from './place-words';

/** Whom a room is for, where that is not every adult: "under-18s, women, step-free". */
export const forWhom = ({ ages, sexes, meets }: Pick<Room, 'ages' | 'sexes' | 'meets'>): string =>
  [
    ages === 'adults' ? '' : ageBandWords[ages].toLowerCase(),
    sexBandWords[sexes],
    ...meets.map((need) => needWords[need]),
  ]
    .filter(Boolean)
    .join(', ');
