import type { BoardPulse } from '@concord/contracts';
import type { Instant } from '@concord/domain';

/** How far what is on the screen can be trusted to be the present. */
export type Standing =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'delayed'; readonly seconds: number }
  | { readonly kind: 'lost'; readonly dataAt: Instant | null }
  | { readonly kind: 'refused'; readonly message: string };

export type EngineStanding =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'running' }
  | { readonly kind: 'silent'; readonly seconds: number }
  | { readonly kind: 'faulty'; readonly faults: number };

export const DELAYED_AFTER_MS = 10_000;
export const LOST_AFTER_MS = 20_000;

/** What the screen last knew, and when (by this device's monotonic clock) it knew it. */
export interface Heard {
  readonly startedMs: number;
  /** When the board was last known to be complete to the server's own head. */
  readonly completeMs: number | null;
  readonly dataAt: Instant | null;
  readonly engine: BoardPulse['engine'] | null;
  readonly pulseMs: number;
  readonly refusal: string | null;
}

/** Silence counts from the last moment the board was known complete, not from the last byte: a busy line is no proof. */
export const standingOf = (heard: Heard, nowMs: number): Standing => {
  if (heard.refusal !== null) return { kind: 'refused', message: heard.refusal };
  const silentMs = nowMs - (heard.completeMs ?? heard.startedMs);
  if (silentMs >= LOST_AFTER_MS) return { kind: 'lost', dataAt: heard.dataAt };
  if (heard.completeMs === null) return { kind: 'connecting' };
  if (silentMs >= DELAYED_AFTER_MS) return { kind: 'delayed', seconds: Math.floor(silentMs / 1000) };
  return { kind: 'live' };
};

export const engineOf = (heard: Heard, nowMs: number): EngineStanding => {
  const { engine } = heard;
  if (!engine || nowMs - heard.pulseMs >= LOST_AFTER_MS) return { kind: 'unknown' };
  if (engine.state === 'running')
    return engine.faults > 0 ? { kind: 'faulty', faults: engine.faults } : { kind: 'running' };
  const sincePulse = (nowMs - heard.pulseMs) / 1000;
  return { kind: 'silent', seconds: Math.round((engine.beatSecondsAgo ?? 0) + sincePulse) };
};

const same = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);

export const createLink = (monotonicMs: () => number) => {
  let heard: Heard = {
    startedMs: monotonicMs(),
    completeMs: null,
    dataAt: null,
    engine: null,
    pulseMs: monotonicMs(),
    refusal: null,
  };
  let standing: Standing = standingOf(heard, monotonicMs());
  let engine: EngineStanding = engineOf(heard, monotonicMs());
  const listeners = new Set<() => void>();

  const review = () => {
    const nextStanding = standingOf(heard, monotonicMs());
    const nextEngine = engineOf(heard, monotonicMs());
    if (same(nextStanding, standing) && same(nextEngine, engine)) return;
    standing = nextStanding;
    engine = nextEngine;
    for (const listener of listeners) listener();
  };
  const hear = (news: Partial<Heard>) => {
    heard = { ...heard, ...news };
    review();
  };

  return {
    standing: () => standing,
    engine: () => engine,
    silentMs: () => monotonicMs() - (heard.completeMs ?? heard.startedMs),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    review,
    complete: (dataAt: Instant) => hear({ completeMs: monotonicMs(), dataAt, refusal: null }),
    pulse: (state: BoardPulse['engine']) => hear({ engine: state, pulseMs: monotonicMs() }),
    refuse: (message: string) => hear({ refusal: message }),
  };
};

export type Link = ReturnType<typeof createLink>;
