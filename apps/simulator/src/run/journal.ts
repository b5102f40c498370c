import type { JournalEntry } from '@concord/contracts';
import type { ApiClient } from '../api/client';
import { NARRATOR } from '../api/cast';
import type { Agenda } from '../world/agenda';
import type { World } from '../world/world';

const PAGE = 1000;

/** Brings the mirror and the agenda up to the journal's last entry, handing on each entry on the way. */
export const catchUp = async (
  api: ApiClient,
  world: World,
  agenda: Agenda,
  each: (entry: JournalEntry) => void,
): Promise<void> => {
  for (;;) {
    const { entries } = await api.must('journal', {
      as: NARRATOR,
      params: { areaId: world.cast.areaId },
      query: { after: world.mirror.revision, limit: PAGE },
    });
    for (const entry of entries) {
      const changed = world.mirror.apply(entry);
      if (changed) agenda.changed(changed);
      each(entry);
    }
    if (entries.length < PAGE) return;
  }
};
