import { after, agreement, blankIncident, called, granted, lived, refusalOf, wayTo } from '../examples';
import type { Duty, Named } from '../duty';
import { callFirst, callLadder, climb } from './climb';
import type { Deadline } from './deadline';
import { deadlinesOf } from './deadline';
import type { Escalation } from './escalation';
import { ownEscalation } from './own';

const incident = lived(blankIncident, ['opened', 0], ['advice-sought', 0], ['detained', 0]);
const arrived = lived(blankIncident, ...wayTo.arrived);
const [warning, breach, last] = deadlinesOf(incident, agreement) as [Deadline, Deadline, Deadline];

const about = {
  areaId: incident.areaId,
  incidentId: incident.id,
  incidentRef: incident.ref,
  placeId: null,
};
const onCall: Partial<Record<Duty, readonly Named[]>> = {
  'control-room': [called('Morgan Reyes'), called('Lee Tran')],
  'on-call-manager': [called('Ola Finch')],
};
const fire = (deadline: Deadline, at: string, so?: Escalation, armedAt = after(0)): Escalation =>
  climb(so, 'escalation-1', about, {
    deadline,
    armedAt,
    firedAt: at,
    calls: callLadder([deadline.step], (duty) => onCall[duty] ?? []),
  });
const owner = called('Lee Tran');
const owned = (so: Escalation, at = after(21)): Escalation => granted(ownEscalation(so, owner, at));

describe('an escalation', () => {
  it('is raised with the incident, the clock, when that clock began, and everybody called', () => {
    expect(fire(warning, after(20))).toMatchObject({
      id: 'escalation-1',
      incidentRef: 'HV-1001',
      clock: { kind: 'agreed', thresholdId: 'place-found', label: 'Place of safety found' },
      subject: 'fact-3',
      startedAt: after(0),
      level: 'due',
      ownedBy: null,
      resolvedAt: null,
      steps: [
        {
          afterMinutes: 20,
          level: 'due',
          dueAt: after(20),
          firedAt: after(20),
          lateBySeconds: 0,
          called: [
            { duty: 'control-room', who: called('Morgan Reyes') },
            { duty: 'control-room', who: called('Lee Tran') },
          ],
          nobodyFor: [],
        },
      ],
    });
  });

  it('says for which duty nobody was on call, and calls the rest', () => {
    expect(fire(breach, after(30)).steps[0]).toMatchObject({
      called: [{ duty: 'on-call-manager', who: called('Ola Finch') }],
      nobodyFor: ['duty-inspector'],
    });
  });

  it('keeps every step it has climbed, in order', () => {
    const climbed = fire(last, after(60), fire(breach, after(30), fire(warning, after(20))));
    expect(climbed.steps.map(({ afterMinutes, level }) => [afterMinutes, level])).toEqual([
      [20, 'due'],
      [30, 'over'],
      [60, 'over'],
    ]);
    expect(climbed.level).toBe('over');
  });

  it('does not fall back to "due" when a warning is fired late, after the breach', () => {
    expect(fire(warning, after(31), fire(breach, after(30))).level).toBe('over');
  });

  it('is "over" at once when the first step it climbs is the breach', () => {
    expect(fire(breach, after(30)).level).toBe('over');
  });

  it('never says that an agreed wait is a breach of the law, nor the other way round', () => {
    const statutory = deadlinesOf(arrived, agreement).filter(({ clock }) => clock.kind === 'statutory');
    for (const deadline of statutory) {
      expect(fire(deadline, deadline.dueAt).clock).toEqual({
        kind: 'statutory',
        limit: 's136-permitted-period',
        label: '24-hour limit',
      });
    }
  });
});

describe('how late a step was fired', () => {
  it.each([
    ['on time', 0, 20, 0],
    ['early by a skewed clock: never negative', 0, 19, 0],
    ['25 seconds late', 0, 20 + 25 / 60, 25],
    ['an hour late because the engine was stopped', 0, 80, 3600],
    [
      "at once, when the detention was entered after the step had passed: not the engine's lateness",
      45,
      45,
      0,
    ],
    ['two minutes after it was entered late', 45, 47, 120],
  ])('%s', (_when, armedAt, firedAt, lateBySeconds) => {
    expect(fire(warning, after(firedAt), undefined, after(armedAt)).steps[0]).toMatchObject({
      dueAt: after(20),
      lateBySeconds,
    });
  });
});

describe('who owns an escalation', () => {
  it('is whoever says so first, by name and time', () => {
    expect(owned(fire(warning, after(20)))).toMatchObject({ ownedBy: owner, ownedAt: after(21) });
  });

  it('is told to whoever comes second', () => {
    const taken = owned(fire(warning, after(20)));
    expect(refusalOf(ownEscalation(taken, called('Ola Finch'), after(22)))).toMatchObject({
      code: 'already-owned',
      details: { ownedBy: owner, ownedAt: after(21) },
    });
  });

  it('is nobody any more once what was about to pass has passed', () => {
    expect(fire(breach, after(30), owned(fire(warning, after(20))))).toMatchObject({
      ownedBy: null,
      ownedAt: null,
    });
  });

  it('stays through later steps of the same breach', () => {
    const passed = owned(fire(breach, after(30)), after(31));
    expect(fire(last, after(60), passed)).toMatchObject({ ownedBy: owner, ownedAt: after(31) });
  });

  it('is asked again when it comes back after it seemed to have ended', () => {
    const ended: Escalation = { ...owned(fire(breach, after(30)), after(31)), resolvedAt: after(35) };
    expect(fire(last, after(60), ended)).toMatchObject({ ownedBy: null, resolvedAt: null, level: 'over' });
  });

  it('cannot be anybody once it has ended', () => {
    const ended: Escalation = { ...fire(warning, after(20)), resolvedAt: after(25) };
    expect(refusalOf(ownEscalation(ended, owner, after(26)))).toMatchObject({
      code: 'already-resolved',
      details: { resolvedAt: after(25) },
    });
  });
});

describe('duties that are called in turn', () => {
  const holders = (duty: Duty) => onCall[duty] ?? [];
  it.each<[string, Duty[], string[], Duty[]]>([
    [
      'the first, when somebody holds it',
      ['control-room', 'on-call-manager'],
      ['Morgan Reyes', 'Lee Tran'],
      [],
    ],
    [
      'the next, saying for which there was nobody',
      ['suite-nurse', 'on-call-manager'],
      ['Ola Finch'],
      ['suite-nurse'],
    ],
    ['nobody, when there is nobody, and says so', ['suite-nurse', 'amhp'], [], ['suite-nurse', 'amhp']],
  ])('call %s', (_what, duties, called_, nobodyFor) => {
    const calls = callFirst(duties, holders);
    expect(calls.called.map(({ who }) => who.name)).toEqual(called_);
    expect(calls.nobodyFor).toEqual(nobodyFor);
  });
});
