import type { Holding, Instant } from '@concord/domain';
import { timeSeenFrom } from '../time/london';
import { conveyanceWords } from './codes';

const since = ({ since: from }: Holding, now: Instant): string => `since ${timeSeenFrom(from, now)}`;

/** Who is holding the person, as it is said aloud: "Police (PC 4411) since 02:14, nobody has accepted yet". */
export const holdingWords = (holding: Holding, now: Instant): string => {
  const { by, who, placeName, unaccepted } = holding;
  switch (by) {
    case 'police':
      return placeName === null
        ? `Police (${who}) ${since(holding, now)}`
        : `Police (${who}) ${since(holding, now)}, at ${placeName}: nobody has accepted yet`;
    case 'place':
      return `${placeName ?? 'The place of safety'} (${who}) ${since(holding, now)}`;
    case 'conveyance':
      return `On the way (${who in conveyanceWords ? conveyanceWords[who as keyof typeof conveyanceWords].toLowerCase() : who}) ${since(holding, now)}`;
    case 'nobody':
      return unaccepted
        ? `Nobody ${since(holding, now)}: police left${placeName ? ` ${placeName}` : ''} and nobody has accepted`
        : `Nobody ${since(holding, now)}: absconded`;
  }
};
