import type { JournalEntry } from '@concord/contracts';
import type { Wake } from '@concord/coordination';
import type { FeedParts } from './area-feed';
import { AreaFeed } from './area-feed';
import { repeat } from './repeat';

const POLL_MS = 1000;

export interface TailerParts extends Omit<FeedParts, 'areaId' | 'store'> {
  readonly store: FeedParts['store'] & { heads(): Promise<ReadonlyMap<string, number>> };
  readonly wake: Pick<Wake, 'onAreaMoved'>;
  readonly failed: (error: unknown) => void;
}

/** Follows the journals of the areas that somebody here watches. A wake-up makes it prompt, the poll certain. */
export class Tailer {
  private readonly feeds = new Map<string, AreaFeed>();
  private readonly reaching = new Map<string, { revision: number }>();
  private readonly deaf: () => void;
  private readonly stopPolling: () => void;

  constructor(private readonly parts: TailerParts) {
    this.deaf = parts.wake.onAreaMoved((...moved) => this.moved(...moved));
    this.stopPolling = repeat(POLL_MS, parts.failed, () => this.poll());
  }

  feed(areaId: string): AreaFeed {
    const feed = this.feeds.get(areaId) ?? new AreaFeed({ ...this.parts, areaId });
    this.feeds.set(areaId, feed);
    return feed;
  }

  watched(): [string, AreaFeed][] {
    return [...this.feeds].filter(([, feed]) => feed.watched);
  }

  leave(id: string): void {
    for (const feed of this.feeds.values()) feed.leave(id);
  }

  /** Resolves when everything committed before the call has been handed out. */
  async caughtUp(): Promise<void> {
    const heads = await this.parts.store.heads();
    await Promise.all(this.watched().map(([areaId, feed]) => feed.reach(heads.get(areaId) ?? 0)));
  }

  stop(): void {
    this.stopPolling();
    this.deaf();
  }

  /** One reading at a time per area; a wake-up that comes during it is answered by one more. */
  private moved(areaId: string, revision: number, written?: readonly JournalEntry[]): void {
    const feed = this.feeds.get(areaId);
    if (!feed?.watched || revision <= feed.handedOut) return;
    const underWay = this.reaching.get(areaId);
    if (underWay) {
      underWay.revision = Math.max(underWay.revision, revision);
      return;
    }
    const wanted = { revision };
    this.reaching.set(areaId, wanted);
    feed
      .reach(revision, written)
      .catch((error: unknown) => {
        wanted.revision = 0;
        this.parts.failed(error);
      })
      .finally(() => {
        this.reaching.delete(areaId);
        this.moved(areaId, wanted.revision);
      });
  }

  private async poll(): Promise<void> {
    if (this.watched().length === 0) return;
    for (const [areaId, revision] of await this.parts.store.heads()) this.moved(areaId, revision);
  }
}
