import type {
  Alternative,
  Instant,
  Observation,
  Place,
  Room,
  StatusValue,
  ToldStatus,
} from '@concord/domain';
import { alternativeWords, isUntold, placeWords, roomValue, sameValue, settlePromise } from '@concord/domain';
import { saveAtLender } from '../lending/lender-side';
import { showNeighbours } from '../lending/mirrors';
import type { AreaTransaction } from '../ports';
import { alignPromises } from './align-promises';
import { alignStatusClock } from './align-status-clock';

/** A thing as it was and as it is to be; none before, where it is new. */
export interface Change<Thing> {
  readonly before: Thing | null;
  readonly after: Thing;
}

interface Word {
  readonly value: StatusValue;
  readonly observed: Observation;
  readonly isNews: boolean;
}

/** A new observation is a new object: one carried over tells nobody anything new (P4), and no more does a promise. */
const wordOnRoom = ({ before, after }: Change<Room>): Word[] => {
  if (before?.observed === after.observed || isUntold(after.observed) || after.state === 'held') return [];
  const value = roomValue(after);
  return [{ value, observed: after.observed, isNews: !before || !sameValue(value, roomValue(before)) }];
};

type Said = ReturnType<typeof placeWords>;

const newWords = (known: Said, said: Said): Word[] =>
  said
    .filter(({ observed }) => known.every((word) => word.observed !== observed))
    .map(({ value, observed }) => ({
      value,
      observed,
      isNews: known.every((word) => !sameValue(word.value, value)),
    }));

/** Keeps one telling of a place's status, whether or not it changed what is shown. */
export const keepTold = (
  tx: AreaTransaction,
  told: Pick<ToldStatus, 'placeId' | 'said' | 'confirmed' | 'tookEffect'>,
  { at, by, source }: Observation,
): Promise<void> =>
  tx.put('told-status', {
    ...told,
    id: tx.newId(),
    areaId: tx.areaId,
    observedAt: at,
    recordedAt: tx.now,
    by,
    source,
    takenBackAt: null,
    revision: tx.revision,
  });

/** What was said in one breath is one telling. */
const keepWords = async (tx: AreaTransaction, placeId: string, words: readonly Word[]): Promise<void> => {
  for (const observed of new Set(words.map((word) => word.observed))) {
    const together = words.filter((word) => word.observed === observed);
    const said = together.map(({ value }) => value);
    const confirmed = together.every(({ isNews }) => !isNews);
    await keepTold(tx, { placeId, said, confirmed, tookEffect: true }, observed);
  }
};

const seenAt = (tx: AreaTransaction, { before, after }: Change<Room>): Instant =>
  before?.observed === after.observed ? tx.now : after.observed.at;

/** What is said of a place's staff is said of every free room of it that was to wait for them. */
const waitingForStaff = async (
  tx: AreaTransaction,
  { before, after }: Change<Place>,
  rooms: readonly Change<Room>[],
): Promise<Room[]> =>
  before?.staffing === after.staffing
    ? []
    : (await tx.list('room', { placeId: after.id })).filter(
        ({ id, promised }) =>
          promised?.staffedFor !== undefined && rooms.every((change) => change.after.id !== id),
      );

/**
 * The one way to write a place and its rooms: what was said is kept in the place's history, a promise that
 * has come to something is scored, and the clock on its status follows. Lint allows no other.
 */
export const saveStatus = async (
  tx: AreaTransaction,
  place: Change<Place>,
  rooms: readonly Change<Room>[],
): Promise<{ place: Place; rooms: Room[] }> => {
  if (place.after.lentBy) return saveAtLender(tx, place.after, rooms, saveStatus);
  let { after } = place;
  const saved: Room[] = [];
  const promisedAnew: Room[] = [];
  const settle = async (change: Change<Room>, at: Instant): Promise<void> => {
    const settled = settlePromise(change, after, at);
    if (settled.score !== after.promises) after = { ...after, promises: settled.score };
    if (settled.room === change.before) return;
    await tx.put('room', settled.room);
    saved.push({ ...settled.room, revision: tx.revision });
    if (settled.room.promised !== (change.before?.promised ?? null)) promisedAnew.push(settled.room);
  };
  for (const change of rooms) await settle(change, seenAt(tx, change));
  for (const room of await waitingForStaff(tx, place, rooms))
    await settle({ before: room, after: room }, after.staffing?.observed.at ?? tx.now);
  if (after !== place.before) {
    await tx.put('place', after);
    after = { ...after, revision: tx.revision };
  }
  await keepWords(tx, after.id, [
    ...rooms.flatMap(wordOnRoom),
    ...newWords(place.before ? placeWords(place.before) : [], placeWords(after)),
  ]);
  await alignPromises(tx, after.id, promisedAnew);
  await alignStatusClock(tx, after);
  await showNeighbours(tx, after, saved);
  return { place: after, rooms: saved };
};

/** Writes one room as it now is. */
export const saveRoom = async (tx: AreaTransaction, before: Room, after: Room): Promise<Room> => {
  const place = await tx.get('place', after.placeId);
  if (!place) throw new Error(`room ${after.name} is in a place that is gone`);
  const { rooms } = await saveStatus(tx, { before: place, after: place }, [{ before, after }]);
  return rooms[0] ?? after;
};

/** The one way to write what an alternative says of itself: its history and its clock follow as those of a place do. */
export const saveAlternative = async (
  tx: AreaTransaction,
  { before, after }: Change<Alternative>,
): Promise<Alternative> => {
  await tx.put('alternative', after);
  await keepWords(tx, after.id, newWords(before ? alternativeWords(before) : [], alternativeWords(after)));
  await alignStatusClock(tx, after);
  return { ...after, revision: tx.revision };
};
