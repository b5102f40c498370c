import type { AreaClock, Store } from '@concord/coordination';
import type { AuditFinding, Instant } from '@concord/domain';
import type { Identity, SessionKey } from '@concord/postgres';

/** Injection tokens of what the composition root hands in. */
export const STORE = Symbol('store');
export const CLOCK = Symbol('clock');
export const CALENDARS = Symbol('calendars');
export const IDENTITY = Symbol('identity');
export const SETTINGS = Symbol('settings');
export const VITAL_SIGNS = Symbol('vital signs');
export const UNTIL_NOTHING_DUE = Symbol('until nothing due');
export const SENDER = Symbol('sender');
export const CUT_OFF = Symbol('cut off');

export type { AreaClock, Identity, Store };

export interface Settings {
  /** One-click sign-in and the demo clock exist only when the process was started for a demo. */
  readonly demo: boolean;
  /** Origins, besides the server's own, that may send commands. */
  readonly origins: readonly string[];
  /** With which GOV.UK Notify calls back; without one it may not. */
  readonly notifyCallbackToken?: string | undefined;
}

/** What readiness and the consoles' engine light are read from. */
export interface VitalSigns {
  /** Rejects when the database does not answer. */
  migrationsAtHead(): Promise<boolean>;
  /** Seconds of real time since an engine last completed a sweep; null if none ever did. */
  engineBeatSecondsAgo(): Promise<number | null>;
  /** When that was, by the database's real time. */
  lastBeatAt(): Promise<Instant | null>;
  /** What the auditor last found wrong, by area. */
  audits(): Promise<
    ReadonlyMap<string, { readonly secondsAgo: number; readonly findings: readonly AuditFinding[] }>
  >;
}

/** Ends the live connections of one session, at once. */
export type CutOff = (session: SessionKey) => void;
