import type { Actor, Named, Refusal } from '@concord/domain';
import {
  overrideAdded,
  overrideCancelled,
  refused,
  temporaryAdded,
  temporaryCancelled,
} from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { nameOf } from '../command';
import type { Store } from '../ports';
import type { Listed } from './changing-rota';
import { keepingRota, membersOf } from './changing-rota';

type OfRota<Input> = Given<Input & { readonly rotaId: string }>;

const oneOf = (listed: Listed, userId: string | undefined, field: string): Named | null | Refusal =>
  userId === undefined ? null : listed.find(userId, field);

/**
 * Puts somebody on, takes somebody off or puts one in the place of another, for a time. Whoever goes off
 * need hold the duty no longer. Refuses `rota-impossible`, naming the field.
 */
export const addOverride = (store: Store, actor: Actor, input: OfRota<CommandOf<'addOverride'>>) =>
  keepingRota(store, actor, 'add-override', input, (rota, tx, listed) => {
    const { kind, from, to, why } = input;
    const on = oneOf(listed, input.on, 'on');
    if (refused(on)) return on;
    const members = rota.layers.flatMap((layer) => layer.members);
    const known = members.find(({ userId }) => userId === input.off);
    const off = known ?? oneOf(listed, input.off, 'off');
    if (refused(off)) return off;
    return overrideAdded(
      rota,
      {
        id: tx.newId(),
        kind,
        from,
        to,
        on: on,
        off: off,
        why,
        by: nameOf(actor),
        madeAt: tx.now,
      },
      tx.now,
    );
  });

/** Takes back an override, from now on. Refuses `not-found`. */
export const cancelOverride = (
  store: Store,
  actor: Actor,
  input: OfRota<CommandOf<'cancelOverride'> & { readonly overrideId: string }>,
) =>
  keepingRota(store, actor, 'cancel-override', input, (rota, tx) =>
    overrideCancelled(rota, input.overrideId, tx.now),
  );

/** For a time these shifts and no layer. Refuses `rota-impossible`, naming the field. */
export const addTemporary = (store: Store, actor: Actor, input: OfRota<CommandOf<'addTemporary'>>) =>
  keepingRota(store, actor, 'add-temporary-rota', input, (rota, tx, listed) => {
    const { name, from, to, why } = input;
    const people = membersOf(
      listed,
      input.shifts.map(({ who }) => who),
      (i) => `shifts.${i}.who`,
    );
    if (refused(people)) return people;
    const shifts = input.shifts.map((shift, i) => ({ ...shift, who: people[i] as Named }));
    const made = { id: tx.newId(), by: nameOf(actor), madeAt: tx.now };
    return temporaryAdded(rota, { ...made, name, from, to, shifts, why }, tx.now);
  });

/** Takes back a temporary rota, from now on. Refuses `not-found`. */
export const cancelTemporary = (
  store: Store,
  actor: Actor,
  input: OfRota<CommandOf<'cancelTemporary'> & { readonly temporaryId: string }>,
) =>
  keepingRota(store, actor, 'cancel-temporary-rota', input, (rota, tx) =>
    temporaryCancelled(rota, input.temporaryId, tx.now),
  );
