import type {
  Address,
  Area,
  Channel,
  Duty,
  Handed,
  Incident,
  Instant,
  Named,
  Notification,
  PersonIdentity,
  Refusal,
  ToldStatus,
} from '@concord/domain';
import type { Entities, EntityKind, JournalEntry } from '@concord/contracts';

/** What kind of work a timer asks for when it falls due. */
export type TimerKind =
  'deadline' | 'hold-expiry' | 'offer-answer' | 'place-status' | 'room-promise' | 'owner-quiet' | 'lending';

/**
 * A deadline as a row. (`kind`, `subject`, `point`) names it for good, so that it fires at most once
 * for each time it is armed; `anchorAt` is the event that started its clock.
 */
export interface Timer {
  readonly id: string;
  readonly areaId: string;
  /** One of the two: the incident or the place whose timer it is. */
  readonly incidentId: string | null;
  readonly placeId: string | null;
  readonly kind: TimerKind;
  /** Fact, hold, request, room or place that the timer is about. */
  readonly subject: string;
  readonly point: string;
  readonly anchorAt: Instant;
  readonly dueAt: Instant;
  readonly armedAt: Instant;
  readonly state: 'armed' | 'fired' | 'cancelled';
  /** When it last fired, also where it has been armed again since. */
  readonly firedAt: Instant | null;
}

export type TimerToArm = Pick<Timer, 'kind' | 'subject' | 'point' | 'anchorAt' | 'dueAt'> &
  TimerOf & {
    /** When it should have been armed, where that was before this command. */
    readonly armedAt?: Instant | undefined;
  };

/** Whose timers: an incident's, or a place's. */
export type TimerOf =
  | { readonly incidentId: string; readonly placeId?: undefined }
  | { readonly placeId: string; readonly incidentId?: undefined };

/** Equality on each field named; a list means any of its values. */
export type Where<Entity> = { readonly [Name in keyof Entity]?: Entity[Name] | readonly Entity[Name][] };

/** One command's image of one thing. */
export interface Write<Image> {
  readonly at: Instant;
  readonly actor: Named | null;
  readonly command: string;
  readonly image: Image;
}

/** One transaction that holds the area's lock. Everything in it commits together or not at all. */
export interface AreaTransaction {
  /**
   * The same command's hand on another area, under that area's lock too: both commit together or not at
   * all, each with its own next revision, and only where something was written. The first time a
   * command asks for an area it is rolled back and run again from its start with the locks taken in
   * order of id, so what it has done so far must have left no trace but in the transaction.
   */
  beside(areaId: string): AreaTransaction;
  readonly areaId: string;
  /** The one instant of this command, from `app.now()` after the lock was taken. */
  readonly now: Instant;
  /** The revision that this command will write. */
  readonly revision: number;
  newId(): string;
  nextIncidentRef(): Promise<string>;
  get<Kind extends EntityKind>(kind: Kind, id: string): Promise<Entities[Kind] | undefined>;
  list<Kind extends EntityKind>(kind: Kind, where: Where<Entities[Kind]>): Promise<Entities[Kind][]>;
  put<Kind extends EntityKind>(kind: Kind, entity: Entities[Kind]): Promise<void>;
  /** What earlier commands wrote of one thing, by the journal: newest first. */
  writesOf<Kind extends EntityKind>(kind: Kind, id: string, limit: number): Promise<Write<Entities[Kind]>[]>;
  savePerson(person: PersonIdentity): Promise<void>;
  identities(where: Where<PersonIdentity>): Promise<PersonIdentity[]>;
  /** The timer if it is still armed. */
  armedTimer(id: string): Promise<Timer | undefined>;
  /** Every timer of an incident or a place and of a kind, whatever its state. */
  timers(of: TimerOf, kind: TimerKind): Promise<Timer[]>;
  /** Arms each, or moves it if one of that name exists. */
  armTimers(timers: readonly TimerToArm[]): Promise<void>;
  cancelTimers(ids: readonly string[]): Promise<void>;
  markFired(id: string): Promise<void>;
  /** Armed timers of this area due by `now`, most overdue first; of those due at once, whose clock has run the longest. */
  dueTimers(limit: number, except: readonly string[]): Promise<Timer[]>;
}

/** Somebody with a duty in an area. */
export interface PersonInArea extends Named {
  readonly agencyId: string;
  readonly duties: readonly Duty[];
  /** The first telephone number they gave and proved to be theirs. */
  readonly telephone: string | null;
}

/** A calendar somebody has opened: of their own turns, or of one rota. */
export interface CalendarFeed {
  readonly areaId: string;
  readonly userId: string;
  readonly rotaId: string | null;
  readonly openedAt: Instant;
}

/** Calendars for programs that cannot sign in: whoever has a calendar's token may read it, until it is closed. */
export interface CalendarFeeds {
  /** Opens it, and closes the one before of the same person and rota. The token is kept nowhere else. */
  open(areaId: string, userId: string, rotaId: string | null): Promise<CalendarFeed & { token: string }>;
  /** The calendar of a token, while it is open and its owner still has a duty in the area. */
  find(token: string): Promise<CalendarFeed | undefined>;
  openedBy(areaId: string, userId: string): Promise<CalendarFeed[]>;
  close(areaId: string, userId: string, rotaId: string | null): Promise<void>;
}

export interface CommandInfo {
  readonly name: string;
  /** A retry with the same key gets the first answer, whatever has happened since. */
  readonly idempotencyKey?: string | undefined;
  /** What the key was first used for: the same key with other content is refused. */
  readonly content?: unknown;
}

/** PostgreSQL, as commands see it. */
/** Where a page of a history begins, and how long it is. */
export interface HistoryPage {
  readonly before?: Instant | undefined;
  readonly beforeId?: string | undefined;
  readonly limit: number;
}

export interface Store {
  /** A new area at revision 0, then `decide` in its first transaction; throws when the name is taken. */
  createArea(area: Area, decide: (tx: AreaTransaction) => Promise<void>): Promise<void>;
  /**
   * Runs `decide` in a transaction that holds the area's lock. A refusal rolls everything back.
   * Retried as a whole, in a new transaction, on SQLSTATE class 40 only.
   */
  change<Answer>(
    areaId: string,
    by: Named | null,
    command: CommandInfo,
    decide: (tx: AreaTransaction) => Promise<Answer | Refusal>,
  ): Promise<Answer | Refusal>;
  /** Creates an area and runs `decide` as its first revision. */
  createArea<Answer>(area: Area, decide: (tx: AreaTransaction) => Promise<Answer>): Promise<Answer>;
  /** Reads without the lock. */
  get<Kind extends EntityKind>(areaId: string, kind: Kind, id: string): Promise<Entities[Kind] | undefined>;
  list<Kind extends EntityKind>(
    areaId: string,
    kind: Kind,
    where?: Where<Entities[Kind]>,
  ): Promise<Entities[Kind][]>;
  /** Incidents whose record was opened in `[from, to)`, oldest first. */
  incidentsOpened(areaId: string, span: { from: Instant; to: Instant }): Promise<Incident[]>;
  /** AMHP requests made in `[from, to)`, oldest first. */
  requestsMade(areaId: string, span: { from: Instant; to: Instant }): Promise<Entities['amhp-request'][]>;
  /** Everybody with a duty in the area, by name. */
  people(areaId: string): Promise<PersonInArea[]>;
  person(areaId: string, id: string): Promise<PersonIdentity | undefined>;
  /**
   * What was told of a place, seen before an instant if one is given, newest first; of what was seen at that
   * very instant, what follows the telling of that id.
   */
  toldOf(areaId: string, placeId: string, page: HistoryPage): Promise<ToldStatus[]>;
  identities(areaId: string, where: Where<PersonIdentity>): Promise<PersonIdentity[]>;
  now(): Promise<Instant>;
  /** Live things of an area, all of one revision. */
  board(areaId: string): Promise<BoardImages>;
  /** Reads one snapshot without any lock. */
  audited(areaId: string, span: AuditSpan): Promise<AuditedImages>;
  head(areaId: string): Promise<number | undefined>;
  heads(): Promise<ReadonlyMap<string, number>>;
  journalAfter(areaId: string, revision: number, limit: number): Promise<JournalEntry[]>;
  /** Areas with an armed timer due by now, most overdue first. */
  areasDue(limit: number): Promise<string[]>;
  /**
   * Queued messages whose time has come, those of legal limits first, claimed for this many seconds of
   * real time: nobody else gets them meanwhile, and somebody does if this process dies.
   */
  claimMessages(limit: number, leaseSeconds: number, only?: 'statutory'): Promise<Notification[]>;
  /** Ends the claim, once what came of it is written. */
  releaseMessages(ids: readonly string[]): Promise<void>;
  /** Messages of the last four days that a provider knows by this reference: one, or those of a bundle. */
  messagesUnder(reference: string): Promise<{ readonly areaId: string; readonly id: string }[]>;
  /** When a person was sent ordinary messages in this area, since then. */
  ordinarySentTo(areaId: string, userId: string, since: Instant): Promise<Instant[]>;
  areaOfTimer(timerId: string): Promise<string | undefined>;
  /** When the next armed timer falls due, or a message that waits may be tried, if that is sooner. */
  nextDueAt(): Promise<Instant | undefined>;
  /** Milliseconds of real time until the next armed timer falls due, 0 if one is; undefined while none will. */
  msToNextDue(): Promise<number | undefined>;
  epoch(): Promise<string>;
}

/** What of an area an audit looks at, besides what is open. */
export interface AuditSpan {
  /** What was changed after this revision; undefined for the first look, over the last few thousand. */
  readonly since: number | undefined;
  readonly incidentIds: readonly string[];
}

/** One snapshot of all that says what should have been fired, and of what was. */
export interface AuditedImages {
  readonly revision: number;
  readonly now: Instant;
  readonly incidents: readonly Incident[];
  /** Of those incidents all, ended ones too; of places those that have not ended. */
  readonly escalations: readonly Entities['escalation'][];
  readonly agreements: readonly Entities['agreement'][];
  readonly places: readonly Entities['place'][];
  readonly alternatives: readonly Entities['alternative'][];
  readonly rooms: readonly Entities['room'][];
  /** Those still live. */
  readonly holds: readonly Entities['hold'][];
  readonly requests: readonly Entities['amhp-request'][];
  /** By its id, when a live request was last written. */
  readonly requestsWrittenAt: ReadonlyMap<string, Instant>;
  /** Those that wait, and that no courier has in hand. */
  readonly messages: readonly Notification[];
  /** Steps that called somebody for whom there is no message. */
  readonly untold: readonly { readonly escalationId: string; readonly dueAt: Instant }[];
  /** Incidents, escalations and messages that are not what the journal says was last written of them. */
  readonly altered: readonly { readonly id: string; readonly about: string }[];
}

export interface BoardImages {
  readonly revision: number;
  readonly now: Instant;
  readonly entities: { readonly [Kind in EntityKind]: readonly Entities[Kind][] };
}

/** `written` is what that revision wrote to the journal, for listeners in the process that wrote it. */
export type AreaMoved = (areaId: string, revision: number, written?: readonly JournalEntry[]) => void;

/** Says that an area has moved on, after the commit; a lost wake-up costs promptness only. */
export interface Wake {
  readonly areaMoved: AreaMoved;
  onAreaMoved(listener: AreaMoved): () => void;
  close(): Promise<void>;
}

/** Asks that a worker look when timers or messages fall due; losing it costs promptness only. */
export interface TimerQueue {
  arm(timers: readonly { id: string; inMs: number }[]): Promise<void>;
  close(): Promise<void>;
}

/** The clock that all SQL reads. Only a demo or test database lets it be moved. */
export interface AreaClock {
  read(): Promise<{ now: Instant; rate: number; movable: boolean }>;
  /** Never back past what any area has already written. */
  set(now: Instant, rate: number): Promise<void>;
  changeRate(rate: number): Promise<void>;
}

/** A message as a channel takes it: a person, what it is about, and where to look. Never personal data. */
export interface Outgoing {
  /** The provider's reference for it. The same message sent again after a crash has the same id. */
  readonly id: string;
  readonly to: string;
  readonly role: string;
  /** All that a locked screen may show: a reference, or a code. */
  readonly glance: string;
  readonly subject: string;
  readonly body: string;
}

/** Where messages go out. Answers within some seconds and does not throw: a provider's failure is an answer. */
export interface Sender {
  /** Channels that this installation can send by. */
  readonly channels: readonly Channel[];
  /** Whether anything really leaves. If not, messages are recorded, with or without an address. */
  readonly reachesPeople: boolean;
  /** The public key that a browser subscribes with; null where pushes are not sent. */
  readonly pushKey: string | null;
  /** Whether it would send there: a push goes only to push services that the installation knows. */
  takes(address: Address): boolean;
  send(message: Outgoing, address: Address | null): Promise<Handed>;
}
