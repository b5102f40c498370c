import type { AreaDefinition } from '@concord/contracts';
import type { Alternative } from '@concord/domain';
import { CONCORD } from '../command';
import { saveAlternative } from '../place/save-status';
import type { AreaTransaction, Store } from '../ports';
import { asItBegins } from './as-it-begins';
import type { AreaIds } from './create-area';

type Defined = NonNullable<AreaDefinition['alternatives']>;

/**
 * Adds these alternatives to detention, none of which is there yet. In a demo all their places are free; of a
 * real one nobody has counted them.
 */
export const putAlternatives = async (
  tx: AreaTransaction,
  defined: Defined,
  definition: AreaDefinition,
  ids: AreaIds,
): Promise<void> => {
  const observed = asItBegins(tx, definition);
  for (const [key, { agency, places = null, hours, ...alternative }] of Object.entries(defined)) {
    const [id, agencyId] = [ids.alternatives[key], ids.agencies[agency]];
    if (id === undefined || agencyId === undefined) throw new Error(`the area's definition has no "${key}"`);
    const { week } = hours;
    const after: Alternative = {
      ...alternative,
      id,
      agencyId,
      areaId: ids.areaId,
      agesFirm: alternative.agesFirm ?? false,
      meets: alternative.meets ?? [],
      catchment: alternative.catchment ?? [],
      hours: {
        week: {
          monday: week.monday ?? [],
          tuesday: week.tuesday ?? [],
          wednesday: week.wednesday ?? [],
          thursday: week.thursday ?? [],
          friday: week.friday ?? [],
          saturday: week.saturday ?? [],
          sunday: week.sunday ?? [],
        },
        exceptions: (hours.exceptions ?? []).map(({ openings = [], ...dated }) => ({ ...dated, openings })),
      },
      places,
      capacity: places === null || !definition.area.demo ? null : { left: places, observed },
      shut: null,
      expected: [],
      revision: tx.revision,
    };
    await saveAlternative(tx, { before: null, after });
  }
};

/** Those who run them, where the area has come to know them with these alternatives. */
const putAgencies = async (
  tx: AreaTransaction,
  defined: Defined,
  definition: AreaDefinition,
  ids: AreaIds,
): Promise<void> => {
  const area = await tx.get('area', ids.areaId);
  if (!area) throw new Error(`area ${ids.areaId} is gone`);
  const keys = [...new Set(Object.values(defined).map(({ agency }) => agency))];
  const missing = keys.flatMap((key) => {
    const [id, agency] = [ids.agencies[key], definition.agencies[key]];
    return id && agency && !area.agencies.some((known) => known.id === id) ? [{ ...agency, id }] : [];
  });
  if (missing.length > 0) await tx.put('area', { ...area, agencies: [...area.agencies, ...missing] });
};

/**
 * Alternatives that the definition has gained since the area was set up, with the agencies that run them: those
 * that are there are left alone.
 */
export const addAlternatives = async (
  store: Store,
  definition: AreaDefinition,
  ids: AreaIds,
): Promise<void> => {
  const there = new Set((await store.list(ids.areaId, 'alternative')).map(({ id }) => id));
  const missing = Object.entries(definition.alternatives ?? {}).filter(
    ([key]) => !there.has(ids.alternatives[key] ?? ''),
  );
  if (missing.length === 0) return;
  const defined = Object.fromEntries(missing);
  await store.change(ids.areaId, CONCORD, { name: 'add-alternatives' }, async (tx) => {
    await putAgencies(tx, defined, definition, ids);
    await putAlternatives(tx, defined, definition, ids);
  });
};
