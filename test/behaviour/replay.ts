import { entitySchemas } from '@concord/contracts';
import type { Hold, Incident, Room } from '@concord/domain';
import { holdIsLive } from '@concord/domain';
import type { Concord } from '@concord/testing';

/**
 * The area as its journal alone tells it, revision by revision: at the end of each, a room has at most
 * one holder, and it changed hands only by being given up first.
 */
export class Replay {
  private readonly rooms = new Map<string, Room>();
  private readonly holds = new Map<string, Hold>();
  private readonly incidents = new Map<string, Incident>();
  private revision = 0;

  constructor(private readonly concord: Pick<Concord, 'store' | 'areaId'>) {}

  /** Takes in what has been written since, checking each revision as it ends. */
  async catchUp(): Promise<void> {
    const { store, areaId } = this.concord;
    for (;;) {
      const entries = await store.journalAfter(areaId, this.revision, 500);
      if (entries.length === 0) return;
      for (const revision of new Set(entries.map((entry) => entry.revision))) {
        const before = new Map(this.rooms);
        for (const entry of entries.filter((each) => each.revision === revision)) {
          if (entry.kind === 'room') this.rooms.set(entry.entityId, entitySchemas.room.parse(entry.image));
          if (entry.kind === 'hold') this.holds.set(entry.entityId, entitySchemas.hold.parse(entry.image));
          if (entry.kind === 'incident')
            this.incidents.set(entry.entityId, entitySchemas.incident.parse(entry.image));
        }
        this.revision = revision;
        this.check(before);
      }
    }
  }

  /** What the journal adds up to is what the tables say, image by image. */
  async agreesWithTables(): Promise<void> {
    const { store, areaId } = this.concord;
    const byId = <Thing extends { id: string }>(things: Iterable<Thing>): Thing[] =>
      [...things].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(this.rooms.values())).toEqual(byId(await store.list(areaId, 'room')));
    expect(byId(this.holds.values())).toEqual(byId(await store.list(areaId, 'hold')));
    expect(byId(this.incidents.values())).toEqual(byId(await store.list(areaId, 'incident')));
  }

  private check(before: ReadonlyMap<string, Room>): void {
    const live = [...this.holds.values()].filter(holdIsLive);
    const says = (what: string) => `revision ${this.revision}: ${what}`;
    for (const room of this.rooms.values()) {
      const held = live.filter(({ roomId }) => roomId === room.id).map(({ id }) => id);
      expect([says(room.name), held]).toEqual([says(room.name), room.holdId === null ? [] : [room.holdId]]);
      const was = before.get(room.id);
      const changedHands = Boolean(was?.holdId && room.holdId) && was?.holdId !== room.holdId;
      expect([says(room.name), changedHands]).toEqual([says(room.name), false]);
    }
    const occupants = [...this.rooms.values()].flatMap(({ incidentId }) => incidentId ?? []);
    expect([says('occupants'), new Set(occupants).size]).toEqual([says('occupants'), occupants.length]);
    const accepted = live.filter(({ state }) => state === 'accepted').map(({ incidentId }) => incidentId);
    expect([says('acceptances'), new Set(accepted).size]).toEqual([says('acceptances'), accepted.length]);
  }
}
