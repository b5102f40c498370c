import type { Alternative, Expected, Fact, FactDetail, Incident } from '@concord/domain';
import { everyDay } from '@concord/domain';
import type { Cast } from '../api/cast';
import { seededChance } from '../chance';
import { instant, msAt, uuid } from '../recount/made-up-incident';
import { Mirror } from '../world/mirror';
import type { World } from '../world/world';
import { aloneInTheArea } from '../world/world';
import { alternativeSteps } from './alternative-life';
import { anotherWay } from './another-way';
import type { Step } from './step';

const chance = seededChance(7);
const by = { userId: uuid(2), name: 'Juno Larkfield' };
const world = (more: Partial<World> = {}): World => ({
  mirror: new Mirror(),
  cast: {
    control: () => 'control',
    speaksFor: (id: string) => (id === uuid(70) ? 'staff' : undefined),
  } as unknown as Cast,
  chance,
  manners: aloneInTheArea,
  tried: { rooms: new Map(), cars: new Set(), alternatives: new Set() },
  detains: () => false,
  ...more,
});

/** A café open from 18:00 to 04:00, counted at 02:00. */
const cafe = (more: Partial<Alternative> = {}): Alternative => ({
  id: uuid(70),
  areaId: uuid(1),
  agencyId: uuid(3),
  name: 'The Lamp',
  kind: 'crisis-cafe',
  district: 'Harrowdale',
  position: { lat: 54.9, lon: 2.4 },
  telephone: '01632 960401',
  ages: 'adults',
  agesFirm: false,
  meets: [],
  catchment: [],
  referrers: ['anybody'],
  hours: everyDay('18:00', '04:00'),
  places: 4,
  capacity: { left: 2, observed: { at: instant(0), by, source: 'site' } },
  shut: null,
  expected: [],
  revision: 1,
  ...more,
});
const expected = (n: number, more: Partial<Expected> = {}): Expected => ({
  referralId: uuid(200 + n),
  incidentId: uuid(300 + n),
  incidentRef: `HV-${1000 + n}`,
  referredAt: instant(0),
  by,
  how: 'message',
  acceptedBy: null,
  uncounted: true,
  ...more,
});
const routes = (steps: readonly Step[]) =>
  steps.flatMap(({ act }) => (act.kind === 'call' ? [[act.route, act.as]] : []));
const answers = (at: Alternative): string[] =>
  alternativeSteps(world(), at).flatMap(({ act }) =>
    act.kind === 'call' && act.route === 'answerReferral' ? [act.body.answer] : [],
  );

describe('the people of an alternative', () => {
  it('say what is left within the time agreed, mostly, and count afresh when they open', () => {
    const [usual] = alternativeSteps(world(), cafe());
    expect(routes([usual as Step])[0]?.[1]).toBe('staff');
    expect(((usual?.at ?? 0) - msAt(0)) / 60_000).toBeGreaterThanOrEqual(22);
    const closed = cafe({ hours: everyDay('18:00', '02:05') });
    const [opening] = alternativeSteps(world(), closed);
    expect(new Date(opening?.at ?? 0).toISOString()).toBe('2026-11-22T18:06:00.000Z');
    expect(opening?.act).toMatchObject({ route: 'observeAlternative', body: { left: 4, source: 'site' } });
    const never = { week: everyDay('18:00', '02:05').week, exceptions: [] };
    for (const day of Object.keys(never.week)) Object.assign(never.week, { [day]: [] });
    expect(alternativeSteps(world(), cafe({ hours: never }))).toEqual([]);
  });

  it('take most of those sent to them, turn a few away, and say who came and who did not', () => {
    const many = Array.from({ length: 400 }, (_, n) => n);
    const asked = answers(cafe({ expected: many.map((n) => expected(n)) }));
    expect(new Set(asked)).toEqual(new Set(['expected', 'declined']));
    expect(asked.filter((answer) => answer === 'declined').length).toBeLessThan(60);
    const taken = answers(cafe({ expected: many.map((n) => expected(n, { acceptedBy: 'Juno Larkfield' })) }));
    expect(new Set(taken)).toEqual(new Set(['arrived', 'did-not-come']));
  });

  it('of a line are not here: the control room says when they have spoken', () => {
    const line = cafe({
      id: uuid(71),
      kind: 'helpline',
      places: null,
      capacity: null,
      expected: [expected(1)],
    });
    expect(routes(alternativeSteps(world(), line))).toEqual([['answerReferral', 'control']]);
    expect(answers(line)).toEqual(['arrived']);
  });
});

describe('somebody who is not detained', () => {
  const fact = (detail: FactDetail, n: number): Fact => ({
    ...detail,
    id: uuid(100 + n),
    happenedAt: instant(n),
    recordedAt: instant(n),
    by,
  });
  const asked = fact({ kind: 'advice-not-practicable', reason: 'No answer' }, 1);
  const lamp = { alternativeId: uuid(70), alternativeName: 'The Lamp' } as const;
  const referred = fact({ kind: 'referred', ...lamp, alternativeKind: 'crisis-cafe', how: 'message' }, 5);
  const answer = (said: 'expected' | 'declined') =>
    fact({ kind: 'referral-answered', ...lamp, referralId: referred.id, answer: said, reason: '' }, 8);
  const incident = (ref: string, ...facts: Fact[]): Incident =>
    ({
      id: uuid(4),
      areaId: uuid(1),
      ref,
      facts: [fact({ kind: 'opened', calledBy: '' }, 0), asked, ...facts],
    }) as unknown as Incident;
  const next = (one: Incident, of = world()) => anotherWay(of, one, asked).map(({ act }) => act);
  const refs = Array.from({ length: 300 }, (_, i) => `HV-${1000 + i}`);
  const sentOn = refs.filter((ref) => next(incident(ref))[0]?.kind === 'refer');
  const [ref = ''] = sentOn;

  it('is referred to an alternative before anything is decided, about as often as one is wanted', () => {
    expect(sentOn.length / refs.length).toBeGreaterThan(0.3);
    expect(sentOn.length / refs.length).toBeLessThan(0.5);
  });

  it('goes there once it has answered, and is not kept waiting for ever where it does not', () => {
    const there = { kind: 'diverted', to: 'crisis-cafe', alternativeId: uuid(70) };
    expect(next(incident(ref, referred, answer('expected')))).toMatchObject([{ body: there }]);
    expect(next(incident(ref, referred))).toMatchObject([{ body: there }]);
  });

  it('who is turned away is sent to another, once; and where none is open goes without one', () => {
    const away = [referred, answer('declined')];
    expect(next(incident(ref, ...away))).toMatchObject([{ kind: 'refer' }]);
    const again = { ...referred, id: uuid(150), happenedAt: instant(9), recordedAt: instant(9) };
    const answeredAgain = {
      ...answer('declined'),
      id: uuid(151),
      referralId: again.id,
      happenedAt: instant(12),
    };
    const without = { kind: 'diverted', to: 'family-or-gp' };
    expect(next(incident(ref, ...away, again, answeredAgain as Fact))).toMatchObject([{ body: without }]);
    const nothingOpen = world({
      tried: { rooms: new Map(), cars: new Set(), alternatives: new Set([uuid(4)]) },
    });
    expect(next(incident(ref), nothingOpen)).toMatchObject([{ body: without }]);
  });
});
