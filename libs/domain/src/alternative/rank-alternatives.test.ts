import * as fc from 'fast-check';
import { adult, after, agreement, blankIncident, details, lived, nurse, wayTo } from '../examples';
import { alternative } from '../test-support/an-alternative';
import type { Incident } from '../incident/incident';
import { plusMinutes } from '../instant';
import type { Alternative, Referrer } from './alternative';
import { referrersFor } from './alternative';
import { everyDay, openStateAt, roundTheClock } from './opening-hours';
import { rankAlternatives } from './rank-alternatives';

fc.configureGlobal({ seed: 1983 });

const opened = lived(blankIncident, 'opened');
const list = (
  alternatives: readonly Alternative[],
  { incident = opened, minutes = 5, as = ['police'] as readonly Referrer[] } = {},
) => rankAlternatives({ incident, alternatives, agreement, now: after(minutes), as });
const one = (more: Partial<Alternative>, given?: Parameters<typeof list>[1]) =>
  list([alternative(more)], given)[0];
const said = (minute: number) => ({ at: after(minute), by: nurse, source: 'site' as const });

describe('what is offered before a detention is decided', () => {
  it('best first, and why the others are not', () => {
    const all = [
      alternative({ id: 'shut', shut: { reason: 'no staff', until: after(90), observed: said(0) } }),
      alternative({ id: 'later', hours: everyDay('09:00', '17:00') }),
      alternative({
        id: 'line',
        name: 'Line',
        kind: 'helpline',
        hours: roundTheClock,
        places: null,
        capacity: null,
      }),
      alternative({ id: 'far', position: { lat: 54.3, lon: -2 } }),
      alternative({ id: 'stale', capacity: { left: 3, observed: said(-120) } }),
      alternative({ id: 'near' }),
      alternative({ id: 'full', capacity: { left: 0, observed: said(0) } }),
      alternative({ id: 'was-full', capacity: { left: 0, observed: said(-120) } }),
    ];
    expect(list(all).map((it) => [it.alternativeId, it.standing, it.rank, it.reasons[0]])).toEqual([
      ['near', 'offer', 1, 'open until 04:00, 2 places left, confirmed 5 min ago'],
      ['far', 'offer', 2, 'open until 04:00, 2 places left, confirmed 5 min ago'],
      ['line', 'offer', 3, 'open day and night'],
      ['stale', 'ring', null, 'places not confirmed for 125 min (last: 3 places left): ring first'],
      ['later', 'later', null, 'closed, opens 09:00'],
      ['full', 'no', null, 'no places left, said 5 min ago'],
      ['shut', 'no', null, 'closed until 03:30 (no staff)'],
      ['was-full', 'no', null, 'no places left when last said, 125 min ago: ring 01632 960 401'],
    ]);
  });

  it.each<[string, Partial<Alternative>, string]>([
    [
      'closes before they could be there',
      { hours: everyDay('18:00', '02:10'), position: { lat: 54.3, lon: -2 } },
      'closes at 02:10, before they could be there',
    ],
    [
      'takes others’ referrals only',
      { referrers: ['amhp', 'ambulance'] },
      'takes referrals from AMHPs, ambulance crews only',
    ],
    ['is firm about ages', { ages: 'under-18s', agesFirm: true }, 'for under-18s only'],
    [
      'opens in days',
      { hours: { week: { ...everyDay('10:00', '12:00').week, sunday: [], monday: [] }, exceptions: [] } },
      'closed, opens Tue 10:00',
    ],
    [
      'never opens',
      {
        hours: {
          week: everyDay('10:00', '12:00').week,
          exceptions: Array.from({ length: 20 }, (_, i) => ({
            date: plusMinutes('2026-11-20T12:00:00.000Z', i * 1440).slice(0, 10),
            openings: [],
            why: 'works',
          })),
        },
      },
      'closed until further notice',
    ],
  ])('one that %s is left out, and says so', (_what, more, why) => {
    expect(one(more)).toMatchObject({ standing: 'no', rank: null, reasons: [why, expect.any(String)] });
  });

  it.each<[string, Partial<Alternative>, string]>([
    ['never said its places', { capacity: null }, 'has not said how many places are left: ring first'],
    ['is meant for others as a rule', { ages: 'under-18s' }, 'for under-18s only as a rule: ask them first'],
    [
      'hears from people themselves',
      { referrers: ['self', 'amhp'] },
      'takes referrals from AMHPs; they may ring themselves: 01632 960 401',
    ],
  ])('one that %s is to be rung first', (_what, more, why) => {
    expect(one(more)).toMatchObject({ standing: 'ring', rank: null, reasons: [why, expect.any(String)] });
  });

  it('one that is called off says when its doors do open next, with the day; one that never closes, that it must say so', () => {
    const off = (until: string | null) => ({ reason: 'flood', until, observed: said(1) });
    // Called off in the small hours of Sunday: its evening ends at 04:00, and its doors open at 18:00.
    expect(one({ shut: off('2026-11-22T04:00:00.000Z') })).toMatchObject({
      standing: 'no',
      opensAt: '2026-11-22T18:00:00.000Z',
      reasons: ['closed until 18:00 (flood)', expect.any(String)],
    });
    expect(one({ shut: off('2026-11-23T04:00:00.000Z') })).toMatchObject({
      reasons: ['closed until Mon 18:00 (flood)', expect.any(String)],
    });
    for (const minutes of [5, 24 * 60, 7 * 24 * 60])
      expect(one({ hours: roundTheClock, shut: off(null) }, { minutes })).toMatchObject({
        standing: 'no',
        rank: null,
        opensAt: null,
        reasons: ['closed until it says that it is open (flood)', expect.any(String)],
      });
  });

  it('once a shutting is over, its places are those counted before it: it is rung first, until they are counted again', () => {
    const shut = { reason: 'flood', until: after(20), observed: said(10) };
    expect(one({ capacity: { left: 2, observed: said(5) }, shut }, { minutes: 25 })).toMatchObject({
      standing: 'ring',
      reasons: [
        'was closed since its places were counted (last: 2 places left): ring first',
        expect.any(String),
      ],
    });
    expect(one({ capacity: { left: 2, observed: said(21) }, shut }, { minutes: 25 })).toMatchObject({
      standing: 'offer',
    });
  });

  it('needs count where the person goes there, not where somebody comes or speaks to them', () => {
    const incident = { ...opened, person: { ...adult, needs: ['step-free' as const] } };
    expect(one({}, { incident })).toMatchObject({
      standing: 'no',
      reasons: ['not step-free', expect.any(String)],
    });
    expect(one({ kind: 'home-treatment-team' }, { incident })).toMatchObject({
      standing: 'offer',
      driveMinutes: null,
      reasons: [expect.any(String), 'comes to the person'],
    });
  });

  it('a referral takes a place until the places are counted again, and is not offered twice', () => {
    const expected = {
      referralId: 'r',
      incidentId: 'another',
      incidentRef: 'HV-1002',
      referredAt: after(2),
      by: nurse,
      how: 'telephone' as const,
      acceptedBy: null,
      uncounted: true,
    };
    expect(one({ expected: [expected] })).toMatchObject({ left: 1 });
    expect(one({ expected: [{ ...expected, uncounted: false }] })).toMatchObject({ left: 2 });
    expect(one({ expected: [{ ...expected, incidentId: opened.id }] })).toMatchObject({
      standing: 'no',
      reasons: ['referred there at 02:02', expect.any(String)],
    });
  });

  it('one that they were sent to and that has shut since says both', () => {
    const expected = {
      referralId: 'r',
      incidentId: opened.id,
      incidentRef: opened.ref,
      referredAt: after(2),
      by: nurse,
      how: 'telephone' as const,
      acceptedBy: null,
      uncounted: true,
    };
    const shut = { reason: 'flood', until: '2026-11-22T04:00:00.000Z', observed: said(4) };
    expect(one({ expected: [expected], shut })?.reasons[0]).toBe(
      'referred there at 02:02, and since then it is closed until 18:00 (flood)',
    );
  });

  it('one that could not take this person is not asked again', () => {
    const declined = lived(opened, 'referred', {
      ...details['referral-answered'],
      answer: 'declined',
      reason: 'knows a guest',
    });
    expect(one({}, { incident: declined })?.reasons[0]).toBe('could not take this person (knows a guest)');
  });

  it.each(['detained', 'conveying', 'arrived', 'assessing', 'absconded'] as const)(
    'nothing is offered to somebody who is %s: they must be at a place of safety',
    (state) => {
      expect(list([alternative()], { incident: lived(blankIncident, ...wayTo[state]) })).toEqual([]);
    },
  );

  it.each([
    ['no-mental-disorder', 1],
    ['discharged-with-follow-up', 1],
    ['section-2', 0],
    ['criminal-justice', 0],
  ] as const)('is offered again to somebody who has been released: after "%s", %i', (code, offered) => {
    const way = wayTo.concluded.filter((step) => step !== 'outcome');
    const incident = lived(blankIncident, ...way, { ...details.outcome, code });
    expect(list([alternative()], { incident })).toHaveLength(offered);
  });

  it.each<[Parameters<typeof referrersFor>, readonly Referrer[]]>([
    [['police', ['control-room']], ['police']],
    [
      ['police', ['triage-crew']],
      ['police', 'triage'],
    ],
    [
      ['ambulance-trust', ['triage-crew']],
      ['ambulance', 'triage'],
    ],
    [['local-authority', ['amhp']], ['amhp']],
    [['mental-health-trust', ['s136-coordinator']], []],
  ])('%j refer as %j', (given, as) => {
    expect(referrersFor(...given)).toEqual(as);
  });
});

const clock = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);
const any: fc.Arbitrary<Alternative> = fc
  .record({
    id: fc.uuid(),
    agencyId: fc.constantFrom('trust', 'charity'),
    name: fc.constantFrom('Lamp', 'Anchor', 'Hearth'),
    kind: fc.constantFrom('crisis-cafe', 'crisis-house', 'decision-unit', 'home-treatment-team', 'helpline'),
    position: fc.record({ lat: fc.double({ min: 53.8, max: 54.2, noNaN: true }), lon: fc.constant(-2) }),
    ages: fc.constantFrom('adults', 'under-18s', 'any-age'),
    agesFirm: fc.boolean(),
    catchment: fc.constantFrom([], ['Harrowdale'], ['The Vale']),
    referrers: fc.uniqueArray(fc.constantFrom('police', 'amhp', 'self', 'anybody'), { minLength: 1 }),
    hours: fc.tuple(clock, clock).map(([opens, closes]) => everyDay(opens, closes)),
    places: fc.constantFrom(null, 3),
    left: fc.nat({ max: 3 }),
    age: fc.nat({ max: 200 }),
    shut: fc.boolean(),
  })
  .map(({ left, age, shut, ...more }) =>
    alternative({
      ...(more as Partial<Alternative>),
      capacity: more.places === null ? null : { left, observed: said(-age) },
      shut: shut ? { reason: 'no staff', until: after(60), observed: said(-age) } : null,
    }),
  );
const anyPerson: fc.Arbitrary<Incident> = fc
  .constantFrom({}, { ageYears: 15 }, { ageYears: null })
  .map((more) => ({ ...opened, person: { ...adult, ...more } }));

describe('whatever there is', () => {
  it('what is closed, called off, full, unconfirmed, for others or of another age is never ranked, so never first', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), anyPerson, (alternatives, incident) => {
        const now = after(5);
        const ranked = list(alternatives, { incident });
        expect(ranked).toHaveLength(alternatives.length);
        ranked.forEach((it, i) => {
          const at = alternatives.find(({ id }) => id === it.alternativeId);
          if (!at) throw new Error('made up');
          expect(it.reasons[0]).not.toBe('');
          if (it.rank === null) {
            expect(ranked.slice(i).some(({ rank }) => rank !== null)).toBe(false);
            return;
          }
          expect(it.rank).toBe(i + 1);
          expect(openStateAt(at.hours, now).open).toBe(true);
          expect(at.shut).toBeNull();
          if (at.places !== null) expect(it.left).toBeGreaterThan(0);
          expect(it.freshness).not.toBe('unknown');
          expect(at.referrers.some((who) => who === 'anybody' || who === 'police')).toBe(true);
          const child = incident.person.ageYears === null || incident.person.ageYears < 18;
          expect(at.ages === 'any-age' || at.ages === (child ? 'under-18s' : 'adults')).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('no word that grows old raises the one that gave it', () => {
    fc.assert(
      fc.property(any, fc.nat({ max: 120 }), anyPerson, (at, more, incident) => {
        const older = at.capacity && {
          ...at.capacity,
          observed: { ...at.capacity.observed, at: plusMinutes(at.capacity.observed.at, -more) },
        };
        const standing = (of: Alternative) =>
          ['offer', 'ring', 'later', 'no'].indexOf(list([of], { incident })[0]?.standing ?? '');
        expect(standing({ ...at, capacity: older })).toBeGreaterThanOrEqual(standing(at));
      }),
      { numRuns: 300 },
    );
  });

  it('who provides it changes nothing', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (alternatives) => {
        const swapped = alternatives.map((at) => ({
          ...at,
          agencyId: at.agencyId === 'trust' ? 'charity' : 'trust',
        }));
        expect(list(swapped)).toEqual(list(alternatives));
      }),
    );
  });
});
