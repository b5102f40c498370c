import { adult, after, nurse } from '../examples';
import { alternative } from '../test-support/an-alternative';
import type { Alternative, Expected } from './alternative';
import { everyDay } from './opening-hours';
import type { ReferralAsked } from './referral-limits';
import { cannotBeReferred } from './referral-limits';

const child = { ...adult, ageYears: 15 };
const said = (minute: number) => ({ at: after(minute), by: nurse, source: 'site' as const });
const ask = (more: Partial<Alternative>, asked: Partial<ReferralAsked> = {}) =>
  cannotBeReferred(alternative(more), {
    incidentId: 'incident-1',
    person: adult,
    at: after(10),
    as: ['police'],
    ...asked,
  });
const expected = (more: Partial<Expected> = {}): Expected => ({
  referralId: 'r',
  incidentId: 'incident-9',
  incidentRef: 'HV-1009',
  referredAt: after(5),
  by: nurse,
  how: 'telephone',
  acceptedBy: null,
  uncounted: true,
  ...more,
});

describe('a referral is refused', () => {
  it.each<[string, Partial<Alternative>, Partial<ReferralAsked>, string, string]>([
    [
      'of a child, by one that is firm about ages',
      { agesFirm: true },
      { person: child },
      'whom it is for',
      'is for adults only',
    ],
    [
      'by one whose referrals it does not take',
      { referrers: ['amhp'] },
      {},
      'whose referrals it takes',
      'takes referrals from AMHPs only',
    ],
    [
      'by anybody, where people ring themselves',
      { referrers: ['self'] },
      {},
      'whose referrals it takes',
      'takes no referrals; they may ring themselves: 01632 960 401',
    ],
    [
      'outside its hours',
      { hours: everyDay('09:00', '17:00') },
      {},
      'its opening hours',
      'is closed at that hour, opens 09:00',
    ],
    [
      'once its people have shut it for the day',
      { shut: { reason: 'no staff', until: after(90), observed: said(5) } },
      {},
      'its opening hours',
      'is closed until 03:30 (no staff)',
    ],
    [
      'when it is full',
      { capacity: { left: 1, observed: said(0) }, expected: [expected()] },
      {},
      'the places it has',
      'has no places left, said 10 min before: ring 01632 960 401, record how many it has, then refer',
    ],
  ])('%s', (_when, more, asked, rule, why) => {
    expect(ask(more, asked)).toMatchObject({
      code: 'place-unfit',
      rule,
      message: `The Lamp ${why}.`,
      details: { field: 'alternativeId' },
    });
  });
});

describe('a referral is taken', () => {
  it.each<[string, Partial<Alternative>, Partial<ReferralAsked>]>([
    ['of a child, where it is only asked about ages', {}, { person: child }],
    ['put right, whoever puts it right', { referrers: ['amhp'] }, { as: null }],
    [
      'made before its people shut it',
      { shut: { reason: 'no staff', until: after(90), observed: said(15) } },
      {},
    ],
    ['made before it was counted full', { capacity: { left: 0, observed: said(15) } }, {}],
    [
      'made before the last place went',
      { capacity: { left: 1, observed: said(0) }, expected: [expected({ referredAt: after(11) })] },
      {},
    ],
    [
      'of somebody who has the last place',
      { capacity: { left: 1, observed: said(0) }, expected: [expected({ incidentId: 'incident-1' })] },
      {},
    ],
    ['where no places are counted', { kind: 'helpline', places: null, capacity: null }, {}],
  ])('%s', (_when, more, asked) => {
    expect(ask(more, asked)).toBeUndefined();
  });
});
