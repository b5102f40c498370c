import type { Actor, Channel, Instant, Named, ReachReport, Refusal, WaysTo } from '@concord/domain';
import {
  agreementInForce,
  gapsToTell,
  keepersToTell,
  nightlyBefore,
  plansOf,
  reachGaps,
  reachWindow,
  stepsAhead,
  thingOf,
} from '@concord/domain';
import type { Given } from '../command';
import { commandInfo, nameOf } from '../command';
import type { ContactBook } from '../contact/contact-book';
import { messageTo } from '../escalation/notify';
import type { AreaTransaction, Sender, Store } from '../ports';
import { reachSubject } from './reach-words';
import { tellOfLostShifts } from './tell-lost-shifts';

export interface ReachParts {
  readonly store: Store;
  readonly sender: Pick<Sender, 'takes'>;
  readonly contacts: Pick<ContactBook, 'reachable'>;
}

const waysOf = async ({ sender, contacts }: ReachParts, userIds: readonly string[]): Promise<WaysTo> => {
  const methods = await contacts.reachable(userIds);
  const ways = new Map<string, Channel[]>();
  for (const [userId, theirs] of methods)
    ways.set(
      userId,
      theirs.filter(({ address }) => sender.takes(address)).map(({ address }) => address.channel),
    );
  return (userId) => ways.get(userId) ?? [];
};

/** What of an area decides who would be reached from an instant on, and what that comes to. */
const look = async (parts: ReachParts, areaId: string, at: Instant) => {
  const { store } = parts;
  const [area, rotas, agreements, places, rooms, alternatives, people] = await Promise.all([
    store.get(areaId, 'area', areaId),
    store.list(areaId, 'rota'),
    store.list(areaId, 'agreement', { state: 'approved' }),
    store.list(areaId, 'place'),
    store.list(areaId, 'room'),
    store.list(areaId, 'alternative'),
    store.people(areaId),
  ]);
  const window = reachWindow(at);
  const withRooms = new Set(rooms.map(({ placeId }) => placeId));
  // A neighbour's place is asked about by the neighbour's own ladders.
  const telling = places.filter(
    ({ id, staffing, pressure, lentBy }) =>
      lentBy === null && (withRooms.has(id) || staffing !== null || pressure !== null),
  );
  const counting = alternatives.filter(({ capacity }) => capacity !== null);
  const plans = plansOf(rotas, window);
  const onCall = plans.flatMap(({ spans }) => spans.flatMap(({ on }) => on.map(({ who }) => who.userId)));
  const ways = await waysOf(parts, [...new Set(onCall)]);
  const districts = area?.districts.map(({ name }) => name) ?? [];
  const steps = stepsAhead(agreements, { places: telling, alternatives: counting, rotas, districts }, window);
  return {
    at,
    until: window.to,
    rotas,
    people,
    steps: steps.length,
    gaps: reachGaps(steps, plans, ways, window),
  };
};

type Look = Awaited<ReturnType<typeof look>>;

const reportOf = (
  tx: AreaTransaction,
  before: ReachReport | undefined,
  { at, until, steps, gaps }: Look,
  askedBy: Named | null,
): ReachReport => ({
  id: before?.id ?? tx.newId(),
  areaId: tx.areaId,
  revision: tx.revision,
  takenAt: at,
  until,
  askedBy,
  night: before?.night ?? null,
  told: before?.told ?? [],
  steps,
  gaps,
});

const lastReport = async (tx: AreaTransaction): Promise<ReachReport | undefined> =>
  (await tx.list('reach-report', {}))[0];

/**
 * Looks now at which step of which ladder would reach nobody in the week ahead, and keeps what it found
 * in place of the last report. The rotas' owners are told at night only: whoever asks sees it.
 */
export const checkReach = async (
  parts: ReachParts,
  actor: Actor,
  input: Given<object>,
): Promise<ReachReport | Refusal> => {
  const { areaId } = actor;
  const found = await look(parts, areaId, await parts.store.now());
  return parts.store.change(areaId, nameOf(actor), commandInfo('check-reach', input), async (tx) => {
    const report = reportOf(tx, await lastReport(tx), found, nameOf(actor));
    await tx.put('reach-report', report);
    return report;
  });
};

const isOwed = (night: Instant, before: ReachReport | undefined): boolean =>
  !before?.night || before.night < night;

/** One message to each owner of rotas, and the report says what they have been told. */
const tellKeepers = async (
  tx: AreaTransaction,
  report: ReachReport,
  { at, until, rotas, people }: Look,
): Promise<ReachReport> => {
  const toTell = gapsToTell(report.gaps, report.told, at);
  for (const { who, duty, gaps } of keepersToTell(toTell, rotas, people, at)) {
    const subject = reachSubject(gaps, rotas, at);
    const about = { escalationId: null, incidentId: null, placeId: null, duty, subject } as const;
    await tx.put('notification', messageTo(tx, who, about));
  }
  const lost = await tellOfLostShifts(tx, report.told, { rotas, people, window: { from: at, to: until } });
  return { ...report, told: [...report.gaps.map(thingOf), ...lost] };
};

/**
 * The look that is owed for the last night, if it has not been made: however late, by whichever process
 * asks first, and once. Owed from the first night on at which the area had an agreement in force.
 */
export const checkReachNightly = async (parts: ReachParts, areaId: string): Promise<void> => {
  const { store } = parts;
  const now = await store.now();
  const night = nightlyBefore(now);
  const [before] = await store.list(areaId, 'reach-report');
  if (!isOwed(night, before)) return;
  if (!agreementInForce(await store.list(areaId, 'agreement', { state: 'approved' }), night)) return;
  const found = await look(parts, areaId, now);
  await store.change(areaId, null, { name: 'check-reach-nightly' }, async (tx) => {
    const last = await lastReport(tx);
    // Another process may have made it since.
    if (!isOwed(night, last)) return;
    const report = await tellKeepers(tx, { ...reportOf(tx, last, found, null), night }, found);
    await tx.put('reach-report', report);
  });
};
