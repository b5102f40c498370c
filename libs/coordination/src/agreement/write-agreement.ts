import type { Actor, Agreement, Refusal } from '@concord/domain';
import {
  approveDraft,
  draftFrom,
  editDraft,
  refuse,
  refused,
  withdrawAgreement as withdrawn,
} from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound } from '../command';
import { alignPlacesWhenInForce } from '../place/align-status-clock';
import type { AreaTransaction, Store } from '../ports';

type Of<Input> = Given<Input & { agreementId: string }>;

const saved = async (tx: AreaTransaction, agreement: Agreement): Promise<Agreement> => {
  await tx.put('agreement', agreement);
  return { ...agreement, revision: tx.revision };
};

/** A new version, to be written, with the terms of another. */
export const draftAgreement = (
  store: Store,
  actor: Actor,
  input: Given<CommandOf<'draftAgreement'>>,
): Promise<Agreement | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('draft-agreement', input), async (tx) => {
    const versions = await tx.list('agreement', {});
    const base = versions.find(({ id }) => id === input.basedOn);
    if (!base) return notFound('agreement');
    const version = Math.max(...versions.map((other) => other.version)) + 1;
    return saved(tx, draftFrom(base, { id: tx.newId(), version, by: nameOf(actor) }));
  });

/** Parties, districts and places that a draft names must be of the area. */
const strangers = async (
  tx: AreaTransaction,
  { parties, travel }: CommandOf<'editAgreement'>['terms'],
): Promise<Refusal | undefined> => {
  const area = await tx.get('area', tx.areaId);
  const agencies = new Set(area?.agencies.map(({ id }) => id));
  const districts = new Set(area?.districts.map(({ name }) => name));
  const places = new Set((await tx.list('place', {})).map(({ id }) => id));
  const faults = [
    ...parties.flatMap((id, i) =>
      agencies.has(id) ? [] : [{ field: `parties.${i}`, message: `no agency ${id}` }],
    ),
    ...Object.entries(travel.minutes ?? {}).flatMap(([district, to]) => [
      ...(districts.has(district)
        ? []
        : [{ field: `travel.minutes.${district}`, message: `no district ${district}` }]),
      ...Object.keys(to)
        .filter((id) => !places.has(id))
        .map((id) => ({ field: `travel.minutes.${district}.${id}`, message: `no place ${id}` })),
    ]),
  ];
  return faults.length === 0
    ? undefined
    : refuse('agreement-impossible', 'It names what is not of this area.', { errors: faults });
};

/** The draft with other terms: refused as a whole, naming where, if it could not be kept. */
export const editAgreement = (
  store: Store,
  actor: Actor,
  input: Of<CommandOf<'editAgreement'>>,
): Promise<Agreement | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('edit-agreement', input), async (tx) => {
    const draft = await tx.get('agreement', input.agreementId);
    if (!draft) return notFound('agreement');
    const edited = editDraft(draft, input.terms, nameOf(actor));
    if (refused(edited)) return edited;
    const no = (await strangers(tx, input.terms)) ?? changedSince(draft, input.seenRevision, 'draft');
    return no ?? saved(tx, edited);
  });

/** A second person's approval of the draft as they read it. */
export const approveAgreement = (
  store: Store,
  actor: Actor,
  input: Of<CommandOf<'approveAgreement'>>,
): Promise<Agreement | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('approve-agreement', input), async (tx) => {
    const draft = await tx.get('agreement', input.agreementId);
    if (!draft) return notFound('agreement');
    const versions = await tx.list('agreement', {});
    const approved = approveDraft(draft, nameOf(actor), tx.now, versions);
    if (refused(approved)) return approved;
    const changed = changedSince(draft, input.seenRevision, 'draft');
    if (changed) return changed;
    await alignPlacesWhenInForce(tx, approved);
    return saved(tx, approved);
  });

/** A version that will not take effect after all, with the reason. */
export const withdrawAgreement = (
  store: Store,
  actor: Actor,
  input: Of<CommandOf<'withdrawAgreement'>>,
): Promise<Agreement | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('withdraw-agreement', input), async (tx) => {
    const version = await tx.get('agreement', input.agreementId);
    if (!version) return notFound('agreement');
    const gone = withdrawn(version, { by: nameOf(actor), reason: input.reason, at: tx.now });
    if (refused(gone)) return gone;
    return changedSince(version, input.seenRevision, 'agreement') ?? saved(tx, gone);
  });
