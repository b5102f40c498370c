import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type {
  BoardChange,
  BoardPulse,
  ClientToServer,
  Entities,
  EntityKind,
  ServerToClient,
  WatchReply,
} from '@concord/contracts';
import { entityKinds } from '@concord/contracts';

type BoardSocket = Socket<ServerToClient, ClientToServer>;
type Kinds = { readonly [Kind in EntityKind]: ReadonlyMap<string, Entities[Kind]> };

/**
 * A console without a screen: it applies a change only when it is exactly the next, asks for what
 * it missed, and fails the test if the server ever leaves it with a hole.
 */
export class LiveBoard {
  revision = 0;
  pulse: BoardPulse | undefined;
  /** How it was last brought up to date after (re)connecting. */
  caughtUpBy: WatchReply['kind'] | undefined;
  private epoch: string | null = null;
  private kinds = LiveBoard.empty();
  private readonly looks = new Set<() => void>();
  private socket: BoardSocket;
  private watching = false;

  private constructor(
    address: string,
    readonly areaId: string,
    cookie: string,
  ) {
    this.socket = io(address, {
      extraHeaders: { cookie },
      transports: ['websocket'],
      reconnection: false,
      autoConnect: false,
      forceNew: true,
    });
    this.socket.on('board.change.v1', (change) => this.receive(change));
    this.socket.on('board.pulse.v1', (pulse) => {
      this.pulse = pulse;
      this.look();
    });
  }

  private static empty(): Record<EntityKind, Map<string, unknown>> {
    return Object.fromEntries(entityKinds.map((kind) => [kind, new Map()])) as Record<
      EntityKind,
      Map<string, unknown>
    >;
  }

  static async open(address: string, areaId: string, cookie: string): Promise<LiveBoard> {
    const board = new LiveBoard(address, areaId, cookie);
    await board.reconnect();
    return board;
  }

  /** The board as this person sees it now. */
  state(): Kinds {
    return this.kinds as unknown as Kinds;
  }

  /** Connected and following: not dropped, not closed. */
  get live(): boolean {
    return this.socket.connected && this.watching;
  }

  /** Resolves with the board when `predicate` holds of it; fails after `withinMs`, saying what the board held. */
  until(predicate: (state: Kinds, board: this) => boolean, withinMs = 5000): Promise<Kinds> {
    return new Promise((resolve, reject) => {
      const give = setTimeout(() => {
        this.looks.delete(check);
        reject(
          new Error(
            `the board never got there within ${withinMs} ms; at revision ${this.revision} it held ${this.summary()}`,
          ),
        );
      }, withinMs);
      const check = () => {
        if (!predicate(this.state(), this)) return;
        clearTimeout(give);
        this.looks.delete(check);
        resolve(this.state());
      };
      this.looks.add(check);
      check();
    });
  }

  /** Cuts the connection without a word, as a lost network does. */
  drop(): void {
    this.watching = false;
    this.socket.io.engine.close();
  }

  async reconnect(): Promise<void> {
    if (!this.socket.connected) {
      await new Promise<void>((resolve, reject) => {
        this.socket.once('connect', resolve);
        this.socket.once('connect_error', reject);
        this.socket.connect();
      });
    }
    await this.watch();
  }

  close(): void {
    this.socket.disconnect();
  }

  private async watch(): Promise<void> {
    const held: BoardChange[] = [];
    const hold = (change: BoardChange) => void held.push(change);
    this.watching = false;
    this.socket.on('board.change.v1', hold);
    const revision = this.epoch === null ? null : this.revision;
    const answer = await this.socket.emitWithAck('board.watch.v1', {
      areaId: this.areaId,
      epoch: this.epoch,
      revision,
    });
    this.socket.off('board.change.v1', hold);
    if (answer.kind === 'refused') throw new Error(`watching was refused: ${answer.code} ${answer.message}`);
    this.caughtUpBy = answer.kind;
    if (answer.kind === 'snapshot') {
      this.epoch = answer.snapshot.epoch;
      this.revision = answer.snapshot.revision;
      this.kinds = LiveBoard.empty();
      for (const kind of entityKinds)
        for (const image of answer.snapshot.entities[kind]) this.kinds[kind].set(image.id, image);
    } else {
      for (const change of answer.changes) this.apply(change);
    }
    this.watching = true;
    for (const change of held) this.receive(change);
    this.look();
  }

  private receive(change: BoardChange): void {
    if (!this.watching || change.revision <= this.revision) return;
    if (change.revision !== this.revision + 1) {
      this.watching = false;
      void this.watch();
      return;
    }
    this.apply(change);
    this.look();
  }

  private apply(change: BoardChange): void {
    if (change.revision !== this.revision + 1)
      throw new Error(`a hole: ${this.revision} then ${change.revision}`);
    for (const { kind, id, image } of change.changes) {
      if (image === null) this.kinds[kind].delete(id);
      else this.kinds[kind].set(id, image);
    }
    this.revision = change.revision;
  }

  private look(): void {
    for (const check of [...this.looks]) check();
  }

  private summary(): string {
    return entityKinds.map((kind) => `${kind} ${this.kinds[kind].size}`).join(', ');
  }
}
