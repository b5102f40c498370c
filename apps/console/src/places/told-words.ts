import type { Instant, Room, StatusValue, ToldStatus } from '@concord/domain';
import { pressureWords, sourceWords } from '../beds/place-words';
import { hourMinute } from '../time/london';
import { closedReasonWords, roomStateWords } from '../words/codes';

const valueWords = (value: StatusValue, rooms: ReadonlyMap<string, Room>): string => {
  switch (value.of) {
    case 'room': {
      const why = value.closedReason ? ` (${closedReasonWords[value.closedReason].toLowerCase()})` : '';
      return `${rooms.get(value.roomId)?.name ?? 'A room'} ${roomStateWords[value.state].toLowerCase()}${why}`;
    }
    case 'staffing':
      return `staff for ${value.staffedFor}`;
    case 'pressure':
      return pressureWords[value.state].toLowerCase();
    case 'places-left':
      return value.left === 1 ? '1 place left' : `${value.left} places left`;
    case 'shut':
      return value.reason === null ? 'open after all' : `closed (${value.reason})`;
  }
};

/** What was said, in one line: "Elm 1 closed (damage), staff for 2". */
export const toldWords = (
  { said, confirmed }: Pick<ToldStatus, 'said' | 'confirmed'>,
  rooms: ReadonlyMap<string, Room>,
): string => {
  const values = said.map((value) => valueWords(value, rooms)).join(', ');
  if (!confirmed) return values;
  return values ? `Nothing has changed: ${values}` : 'Nothing had changed';
};

/** Who said it, how they knew, and when it was put down if that was later. */
export const tellerWords = ({ by, source, observedAt, recordedAt }: ToldStatus): string => {
  const how = source === 'system' ? 'Concord' : `${by.name}, ${sourceWords[source]}`;
  return sameMinute(observedAt, recordedAt) ? how : `${how}, told ${hourMinute(recordedAt)}`;
};

const sameMinute = (a: Instant, b: Instant): boolean => a.slice(0, 16) === b.slice(0, 16);

/** What is to be known of a telling that does not stand as it was told; nothing of one that does. */
export const caveat = ({ tookEffect, takenBackAt }: ToldStatus): string | undefined => {
  if (takenBackAt !== null) return `A slip, taken back ${hourMinute(takenBackAt)}`;
  return tookEffect ? undefined : 'Came after newer word: changed nothing';
};
