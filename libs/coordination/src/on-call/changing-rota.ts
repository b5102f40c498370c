import type { Actor, Duty, Layer, Named, Refusal, Rota } from '@concord/domain';
import { impossible, keepsRota, refused, rotaKeepers } from '@concord/domain';
import { tryWaiting } from '../amhp/try-waiting';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound, notYours } from '../command';
import type { AreaTransaction, PersonInArea, Store } from '../ports';

/** Who may be named on a rota: people of the area who hold its duty. */
export interface Listed {
  /** The person of this id, or a refusal that names the field: an unknown person, or one without the duty. */
  find(userId: string, field: string): Named | Refusal;
}

export const listedFor = (duty: Duty, people: readonly PersonInArea[]): Listed => {
  const byId = new Map(people.map((person) => [person.userId, person]));
  return {
    find: (userId, field) => {
      const person = byId.get(userId);
      if (!person) return impossible([{ field, message: 'nobody of this area' }]) ?? notFound('person');
      // Called by a ladder, somebody without the duty could not answer.
      if (!person.duties.includes(duty))
        return (
          impossible([{ field, message: `${person.name} does not hold this duty here` }]) ??
          notFound('person')
        );
      return { userId: person.userId, name: person.name };
    },
  };
};

/** People by their ids, each under the field that a command names them in; the first who cannot be is refused. */
export const membersOf = (
  listed: Listed,
  userIds: readonly string[],
  fieldOf: (i: number) => string,
): Named[] | Refusal => {
  const members: Named[] = [];
  for (const [i, userId] of userIds.entries()) {
    const found = listed.find(userId, fieldOf(i));
    if (refused(found)) return found;
    members.push(found);
  }
  return members;
};

/** Refuses `not-your-duty` to whoever does not keep the rotas of this duty, saying who does. */
export const notKeeper = (actor: Actor, duty: Duty): Refusal | undefined =>
  keepsRota(actor.duties, duty)
    ? undefined
    : notYours(`The rotas of this duty are kept by: ${rotaKeepers[duty].join(', ') || 'nobody'}.`);

export type RotaInput = Given<{ readonly rotaId: string; readonly seenRevision?: number | undefined }>;

/**
 * One change to one rota, in one transaction: `decide` gets the rota as it is, the transaction, and who
 * may be named on it. Refuses `not-found`, and `changed-since-seen` where the author said what they saw.
 */
export const changingRota = async (
  store: Store,
  actor: Actor,
  name: string,
  input: RotaInput,
  decide: (rota: Rota, tx: AreaTransaction, listed: Listed) => Rota | Refusal | Promise<Rota | Refusal>,
): Promise<Rota | Refusal> => {
  const people = await store.people(actor.areaId);
  return store.change(actor.areaId, nameOf(actor), commandInfo(name, input), async (tx) => {
    const rota = await tx.get('rota', input.rotaId);
    if (!rota) return notFound('rota');
    const changed =
      changedSince(rota, input.seenRevision, 'rota') ??
      (await decide(rota, tx, listedFor(rota.duty, people)));
    if (refused(changed)) return changed;
    const next = changed;
    await tx.put('rota', next);
    await tryWaiting(tx);
    return { ...next, revision: tx.revision };
  });
};

/** The same, for those who keep the rota. */
export const keepingRota: typeof changingRota = (store, actor, name, input, decide) =>
  changingRota(
    store,
    actor,
    name,
    input,
    (rota, tx, listed) => notKeeper(actor, rota.duty) ?? decide(rota, tx, listed),
  );

type LayerSaid = Omit<Layer, 'id' | 'until' | 'members'> & { readonly members: readonly string[] };

/** A layer as a command says it, its members found. */
export const layerOf = (said: LayerSaid, id: string, listed: Listed, prefix = 'members'): Layer | Refusal => {
  const { name, width, every, count, handoversAt, from, hours } = said;
  const members = membersOf(listed, said.members, (i) => `${prefix}.${i}`);
  if (refused(members)) return members;
  return {
    id,
    name,
    width,
    every,
    count,
    handoversAt,
    from,
    hours,
    until: null,
    members: members,
  };
};
