import type { AmhpRequest, Named } from '@concord/domain';
import { teamRows, unansweredOf } from './team-row';

const NOW = '2026-11-22T10:00:00.000Z';
const [ada, ben, cai]: [Named, Named, Named] = [
  { userId: 'a', name: 'Ada' },
  { userId: 'b', name: 'Ben' },
  { userId: 'c', name: 'Cai' },
];
const request = (more: Partial<AmhpRequest>): AmhpRequest => ({
  ...{ id: 'r', areaId: 'x', incidentId: 'i', incidentRef: 'HV-1', district: 'North', revision: 1 },
  ...{ calls: 'amhp', nth: 1 },
  ...{ state: 'unanswered', requestedAt: NOW, offers: [], assigned: null, notBefore: null, passedOver: [] },
  nobody: null,
  ...more,
});
const offer = (to: Named) => ({ to, offeredAt: NOW, answerBy: NOW, answeredAt: null, reason: null });
const known = {
  now: NOW,
  onCall: [ada, ben],
  requests: [] as AmhpRequest[],
  incidents: new Map(),
  availability: [],
  restsOf: () => null,
};

test('everybody on call is there in line, free until something is asked of them', () => {
  expect(teamRows(known).map(({ who, state }) => [who.name, state])).toEqual([
    ['Ada', 'free'],
    ['Ben', 'free'],
  ]);
});

test('whoever is asked, or carries a case, is shown with it; also after their turn is over', () => {
  const carried = request({
    state: 'accepted',
    assigned: cai,
    offers: [{ ...offer(cai), answer: 'accepted', answeredAt: '2026-11-22T09:00:00.000Z' }],
  });
  const asked = request({ state: 'offered', offers: [{ ...offer(ben), answer: null }] });
  expect(
    teamRows({ ...known, requests: [carried, asked] }).map(({ who, state, onCall, since }) => [
      who.name,
      state,
      onCall,
      since,
    ]),
  ).toEqual([
    ['Ada', 'free', true, null],
    ['Ben', 'asked', true, NOW],
    ['Cai', 'accepted', false, '2026-11-22T09:00:00.000Z'],
  ]);
});

test('a case that ended within the hour is said to be done, and a rest goes before it', () => {
  const attended = { from: '2026-11-22T07:00:00.000Z', to: '2026-11-22T09:30:00.000Z' };
  const said = { id: 'v', areaId: 'x', userId: 'a', name: 'Ada', restingUntil: null, district: null };
  const availability = [{ ...said, attended, revision: 1 }];
  expect(teamRows({ ...known, availability })[0]).toMatchObject({ state: 'done', since: attended.to });
  const rests = { why: 'resting', until: null, minutes: null } as const;
  expect(teamRows({ ...known, availability, restsOf: () => rests })[0]).toMatchObject({ state: 'resting' });
});

test('what nobody has is in the order of the wait, the longest first', () => {
  const older = request({ id: 'old', requestedAt: '2026-11-22T09:00:00.000Z' });
  expect(
    unansweredOf([request({ id: 'new' }), older, request({ assigned: ada })]).map(({ id }) => id),
  ).toEqual(['old', 'new']);
});
