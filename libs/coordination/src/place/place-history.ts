import type { Actor, Escalation, Instant, Refusal, ToldStatus } from '@concord/domain';
import { viewerOf } from '@concord/contracts';
import { notFound } from '../command';
import type { Store } from '../ports';

interface Asked {
  readonly placeId: string;
  readonly before?: Instant | undefined;
  readonly beforeId?: string | undefined;
  readonly limit: number;
}

/**
 * Everything that was said of a place, newest first, a page at a time. A site reads its own; whoever sees the
 * whole area reads any. Refuses `not-found`.
 */
export const placeHistory = async (
  store: Store,
  actor: Actor,
  { placeId, ...page }: Asked,
): Promise<ToldStatus[] | Refusal> => {
  const viewer = viewerOf(actor);
  if (viewer?.audience === 'suite' && !viewer.placeIds.includes(placeId)) return notFound('place');
  if (!(await store.get(actor.areaId, 'place', placeId))) return notFound('place');
  return store.toldOf(actor.areaId, placeId, page);
};

/** The same of an alternative to detention: its own people read theirs. Refuses `not-found`. */
export const alternativeHistory = async (
  store: Store,
  actor: Actor,
  { alternativeId, ...page }: Omit<Asked, 'placeId'> & { readonly alternativeId: string },
): Promise<ToldStatus[] | Refusal> => {
  const viewer = viewerOf(actor);
  if (viewer?.audience === 'alternative' && !viewer.placeIds.includes(alternativeId))
    return notFound('alternative');
  if (!(await store.get(actor.areaId, 'alternative', alternativeId))) return notFound('alternative');
  return store.toldOf(actor.areaId, alternativeId, page);
};

/** Every time a place or an alternative was asked to confirm, or its status was unknown, ended ones too, in order. */
export const placeEscalations = async (
  store: Store,
  { areaId }: Actor,
  { placeId }: { placeId: string },
): Promise<Escalation[] | Refusal> => {
  const [place, alternative] = await Promise.all([
    store.get(areaId, 'place', placeId),
    store.get(areaId, 'alternative', placeId),
  ]);
  if (!place && !alternative) return notFound('place');
  const all = await store.list(areaId, 'escalation', { placeId });
  return all.sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
};
