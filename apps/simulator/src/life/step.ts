import type { BodyOf, RouteName } from '@concord/contracts';
import type { AlternativeKind, Fact, Incident } from '@concord/domain';
import { firstOf, msOf } from '@concord/domain';
import type { Range } from '../chance';
import { within } from '../chance';
import type { World } from '../world/world';

/** One command on the public API, and who gives it. */
export type Call = {
  readonly [Name in RouteName]: {
    readonly kind: 'call';
    readonly route: Name;
    readonly as: string;
    readonly params: Readonly<Record<string, string>>;
    readonly body: BodyOf<Name>;
  };
}[RouteName];

export type Act =
  | Call
  | { readonly kind: 'find-room'; readonly incidentId: string; readonly as: string }
  | { readonly kind: 'send-car'; readonly incidentId: string; readonly as: string }
  | {
      readonly kind: 'refer';
      readonly incidentId: string;
      readonly wanted: AlternativeKind;
      readonly as: string;
    }
  | { readonly kind: 'second-record'; readonly incidentId: string; readonly as: string };

/** What somebody will do next, and when (epoch milliseconds), unless something changes first. */
export interface Step {
  readonly at: number;
  readonly act: Act;
}

export const MINUTE = 60_000;

/** Milliseconds after an instant that chance allows for this part of this thing's course. */
export const after = (
  world: World,
  from: string,
  range: Range,
  ...about: readonly (string | number)[]
): number => msOf(from) + Math.round(within(range, world.chance(...about))) * MINUTE;

type Told = BodyOf<'recordFact'>;

/** Somebody records what happened. */
export const tell = (incident: Incident, as: string, at: number, body: Told): Step => ({
  at,
  act: {
    kind: 'call',
    route: 'recordFact',
    as,
    params: { areaId: incident.areaId, incidentId: incident.id },
    body,
  },
});

/** Somebody puts right what was recorded, and says why. */
export const correct = (
  incident: Incident,
  { id }: Fact,
  as: string,
  at: number,
  body: BodyOf<'correctFact'>,
): Step => ({
  at,
  act: {
    kind: 'call',
    route: 'correctFact',
    as,
    params: { areaId: incident.areaId, incidentId: incident.id, factId: id },
    body,
  },
});

/** Somebody says that it was recorded in error. */
export const takeBack = (incident: Incident, { id }: Fact, as: string, at: number, reason: string): Step => ({
  at,
  act: {
    kind: 'call',
    route: 'takeBackFact',
    as,
    params: { areaId: incident.areaId, incidentId: incident.id, factId: id },
    body: { reason },
  },
});

export const instantOf = (ms: number): string => new Date(ms).toISOString();

/** Whether such a fact stands. */
export const has = (facts: readonly Fact[], ...kinds: Fact['kind'][]): boolean =>
  firstOf(facts, ...kinds) !== undefined;
