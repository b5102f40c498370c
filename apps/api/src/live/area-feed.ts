import type { BoardChange, JournalEntry, Viewer, WatchReply } from '@concord/contracts';
import { viewerKey } from '@concord/contracts';
import type { AreaClock, BoardImages, Store } from '@concord/coordination';
import { changeFor, revisionsIn } from './changes';
import { epochFor, snapshotFor } from './snapshot';

/** Further behind than this, a whole board is smaller than what was missed. */
const MOST_RESUMED = 1000;
const PAGE = 500;

export interface Known {
  readonly epoch: string | null;
  readonly revision: number | null;
}

/** Everybody who sees the same board: one view is made for all of them. */
interface Audience {
  readonly viewer: Viewer;
  readonly room: string;
  readonly members: Set<string>;
}

export interface FeedParts {
  readonly areaId: string;
  readonly store: Pick<Store, 'board' | 'epoch' | 'head' | 'journalAfter'>;
  readonly clock: Pick<AreaClock, 'read'>;
  readonly emit: (room: string, change: BoardChange) => void;
}

export interface Newcomer {
  readonly id: string;
  readonly viewer: Viewer;
  readonly known: Known;
  /** Joins the room and answers, in one step: false when they have gone meanwhile. */
  readonly enter: (room: string, reply: WatchReply) => boolean;
}

/**
 * One area's revisions, handed out in order to those who watch it. Handing out and joining take
 * turns, so that a newcomer's answer ends exactly where the next change begins.
 */
export class AreaFeed {
  /** Everything up to here has been handed out. */
  private position = 0;
  private turn: Promise<unknown> = Promise.resolve();
  private readonly audiences = new Map<string, Audience>();
  private board: BoardImages | undefined;

  constructor(private readonly parts: FeedParts) {}

  get watched(): boolean {
    return this.audiences.size > 0;
  }

  get handedOut(): number {
    return this.position;
  }

  /**
   * Hands out everything committed so far, at least up to `revision`. What this process has itself
   * just `written`, if it comes next, need not be read back.
   */
  reach(revision: number, written: readonly JournalEntry[] = []): Promise<void> {
    return this.inTurn(async () => {
      if (written[0]?.revision === this.position + 1) this.handOut(written);
      if (this.watched && this.position < revision) await this.advance();
    });
  }

  /** Calls `tell` with the rooms and the revision they are complete to, between two changes. */
  atHead(head: number, tell: (rooms: readonly string[], revision: number) => void): Promise<void> {
    return this.inTurn(async () => {
      if (!this.watched) return;
      if (this.position < head) await this.advance();
      tell(
        [...this.audiences.values()].map(({ room }) => room),
        this.position,
      );
    });
  }

  join(newcomer: Newcomer): Promise<void> {
    return this.inTurn(async () => {
      if (!this.watched) this.position = (await this.parts.store.head(this.parts.areaId)) ?? 0;
      const reply = (await this.resume(newcomer)) ?? (await this.wholeBoard(newcomer.viewer));
      const key = viewerKey(newcomer.viewer);
      const room = `${this.parts.areaId} ${key}`;
      if (!newcomer.enter(room, reply)) return;
      const audience = this.audiences.get(key) ?? { viewer: newcomer.viewer, room, members: new Set() };
      audience.members.add(newcomer.id);
      this.audiences.set(key, audience);
    });
  }

  leave(id: string): void {
    for (const [key, { members }] of this.audiences)
      if (members.delete(id) && members.size === 0) this.audiences.delete(key);
    if (!this.watched) this.board = undefined;
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  /** Hands out what is committed beyond the position, but nothing beyond `upTo`. */
  private async advance(upTo = Number.MAX_SAFE_INTEGER): Promise<void> {
    const { areaId, store } = this.parts;
    for (let more = true; more && this.position < upTo;) {
      const entries = await store.journalAfter(areaId, this.position, PAGE);
      more = entries.length >= PAGE;
      this.handOut(entries.filter(({ revision }) => revision <= upTo));
    }
  }

  private handOut(entries: readonly JournalEntry[]): void {
    const { areaId, emit } = this.parts;
    for (const revision of revisionsIn(entries, this.position)) {
      for (const { viewer, room } of this.audiences.values()) emit(room, changeFor(viewer, areaId, revision));
      this.position = revision.revision;
    }
  }

  private async resume({ viewer, known }: Newcomer): Promise<WatchReply | undefined> {
    const { areaId, store } = this.parts;
    if (known.revision === null || known.epoch !== epochFor(viewer, await store.epoch())) return undefined;
    // Another process may have told them of revisions that this one has yet to read.
    if (known.revision > this.position) await this.advance();
    const behind = this.position - known.revision;
    if (behind < 0 || behind > MOST_RESUMED) return undefined;
    const changes: BoardChange[] = [];
    for (let last = known.revision; last < this.position; last = changes.at(-1)?.revision ?? this.position) {
      for (const revision of revisionsIn(await store.journalAfter(areaId, last, PAGE), last))
        if (revision.revision <= this.position) changes.push(changeFor(viewer, areaId, revision));
    }
    return { kind: 'changes', changes, revision: this.position };
  }

  /** The rest are brought up to the board's revision first, so that it fits the changes that follow. */
  private async wholeBoard(viewer: Viewer): Promise<WatchReply> {
    const { areaId, store, clock } = this.parts;
    if (this.board?.revision !== this.position) {
      this.board = await store.board(areaId);
      if (this.watched) await this.advance(this.board.revision);
      this.position = this.board.revision;
    }
    const reading = await clock.read();
    const board = { areaId, epoch: await store.epoch(), images: this.board, clock: reading };
    return { kind: 'snapshot', snapshot: snapshotFor(viewer, board) };
  }
}
