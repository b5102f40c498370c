import type { Duty, Instant, Named } from '@concord/domain';
import { holdersOf } from '@concord/domain';
import type { Store } from '../ports';
import type { CourierParts } from './deliver-notifications';
import { notesOf, takeMessages } from './deliver-notifications';
import { messageTo } from './notify';

/** Whoever is on call for these can have the engine started, and the clocks watched until it runs. */
const told: readonly Duty[] = ['duty-inspector', 's136-coordinator', 'on-call-manager'];

/** Messages handed over at once while there is no engine to do it. */
const AT_ONCE = 20;

/**
 * Tells those on call in an area, once for each silence, that nothing has escalated since the engine's last
 * heartbeat. `since` is that heartbeat: every process that notices names the same, and one of them tells.
 */
export const tellEngineSilent = async (store: Store, areaId: string, since: Instant): Promise<void> => {
  await store.change(areaId, null, { name: 'tell-engine-silent' }, async (tx) => {
    const area = await tx.get('area', areaId);
    const subject = `${area?.name ?? 'Concord'}: ESCALATION ENGINE SILENT since ${since.slice(11, 19)} UTC, nobody is being called: watch the clocks`;
    if ((await tx.list('notification', { subject })).length > 0) return;
    const rotas = await tx.list('rota', {});
    const people = new Map<string, { duty: Duty; who: Named }>();
    for (const duty of told)
      for (const who of holdersOf(rotas, duty, tx.now))
        if (!people.has(who.userId)) people.set(who.userId, { duty, who });
    const about = { escalationId: null, incidentId: null, placeId: null, subject } as const;
    for (const { duty, who } of people.values())
      await tx.put('notification', messageTo(tx, who, { ...about, duty }, { statutory: true }));
  });
};

/** Hands over what nothing may hold back, in place of an engine that does not. */
export const deliverUnheld = async (parts: CourierParts): Promise<void> => {
  const note = notesOf(parts.store);
  await Promise.all(await takeMessages(parts, note, AT_ONCE, 'statutory'));
};
