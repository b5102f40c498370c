import type { Actor } from '@concord/domain';
import type { ReplyOf } from '@concord/contracts';
import type { Store } from '../ports';

/** The other areas that places can be lent to, by name: demos to demos only. */
export const neighbours = async (store: Store, { areaId }: Actor): Promise<ReplyOf<'neighbours'>> => {
  const own = await store.get(areaId, 'area', areaId);
  const ids = [...(await store.heads()).keys()].filter((id) => id !== areaId);
  const areas = await Promise.all(ids.map((id) => store.get(id, 'area', id)));
  return areas
    .flatMap((area) => (area && area.demo === own?.demo ? [{ areaId: area.id, name: area.name }] : []))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
};
