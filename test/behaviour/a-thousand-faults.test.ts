import type { AuditFault, Escalation, EscalationStep } from '@concord/domain';
import { plusMinutes } from '@concord/domain';
import { Journey, startConcord, type Concord } from '@concord/testing';
import { auditorOf, damage } from './auditing';

const SEARCH = 'Place of safety found';
const INCIDENTS = 340;
const UNTOUCHED = 6;

let concord: Concord;
beforeEach(async () => (concord = await startConcord({ now: '2026-11-22T02:00:00Z' })));
afterEach(() => concord.stop());

/** What may be done to a timer before its time, and what the auditor is to call it. */
const toTimers: readonly [sql: string, fault: AuditFault][] = [
  ['delete from timer where', 'lost'],
  [`update timer set due_at = due_at + interval '1 day' where`, 'lost'],
  [`update timer set state = 'fired' where`, 'lost'],
  [`update timer set state = 'cancelled' where`, 'lost'],
  [`update timer set due_at = due_at - interval '5 minutes' where`, 'early'],
];
/** What may be done to a step that has been fired. */
const toSteps: readonly [change: (step: EscalationStep) => EscalationStep[], fault: AuditFault][] = [
  [() => [], 'lost'],
  [(step) => [step, step], 'doubled'],
  [(step) => [{ ...step, dueAt: plusMinutes(step.dueAt, 1), firedAt: plusMinutes(step.firedAt, 1) }], 'lost'],
  [(step) => [{ ...step, firedAt: plusMinutes(step.dueAt, -1) }], 'early'],
];

const named = (fault: AuditFault, incidentId: string, dueAt: string | null) =>
  `${incidentId} ${dueAt} ${fault}`;

test('of a thousand faults made behind the engine, the auditor finds each by its incident, its time and its kind, and nothing else', async () => {
  const control = await concord.signIn('controller');
  const incidents: Journey[] = [];
  for (let i = 0; i < INCIDENTS; i += 1) {
    const journey = await Journey.open(control);
    await journey.detain();
    incidents.push(journey);
  }
  const half = INCIDENTS / 2;
  const made = new Set<string>();
  const changes = toTimers.map((): [timerId: string][] => []);
  const timers = await damage<{ id: string; incidentId: string; dueAt: Date }>(
    concord,
    `select id, incident_id as "incidentId", due_at as "dueAt" from timer where point like 'place-found/%' order by incident_id, due_at`,
  );
  const first = new Set(incidents.slice(0, half).map(({ incidentId }) => incidentId));
  for (const [i, timer] of timers.filter(({ incidentId }) => first.has(incidentId)).entries()) {
    const kind = i % toTimers.length;
    changes[kind]?.push([timer.id]);
    made.add(named(toTimers[kind]?.[1] ?? 'lost', timer.incidentId, timer.dueAt.toISOString()));
  }
  const audited = auditorOf(concord);
  expect(await audited()).toEqual([]);
  for (const [kind, [sql]] of toTimers.entries()) await damage(concord, `${sql} id = $1`, changes[kind]);
  await concord.advance({ minutes: 61 });

  const broken: [string, string][] = [];
  const fired = (await concord.store.list(concord.areaId, 'escalation')).filter(
    ({ clock, incidentId }: Escalation) => clock.label === SEARCH && incidentId !== null,
  );
  for (const [i, { incidentId }] of incidents.slice(half, INCIDENTS - UNTOUCHED).entries()) {
    const escalation = fired.find((each) => each.incidentId === incidentId);
    const steps = (escalation?.steps ?? []).flatMap((step, j, all) => {
      const [change, fault] = toSteps[(i * all.length + j) % toSteps.length] ?? toSteps[0]!;
      made.add(named(fault, incidentId, step.dueAt));
      return change(step);
    });
    broken.push([escalation?.id ?? '', JSON.stringify(steps)]);
  }
  await damage(concord, 'update escalation set steps = $2 where id = $1', broken);

  const found = await audited();
  const ofTimes = found.filter(({ fault }) => fault !== 'altered');
  expect(made.size).toBeGreaterThanOrEqual(1_000);
  expect(new Set(ofTimes.map(({ fault, subjectId, dueAt }) => named(fault, subjectId, dueAt)))).toEqual(made);
  expect(ofTimes.every(({ of }) => of === SEARCH)).toBe(true);
  expect(found.filter(({ fault }) => fault === 'altered')).toHaveLength(broken.length);
}, 180_000);
