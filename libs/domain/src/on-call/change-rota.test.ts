import type { Refusal } from '../refusal';
import { refused } from '../refusal';
import {
  layerEnded,
  layerPut,
  overrideAdded,
  overrideCancelled,
  rotaEnded,
  rotaSaid,
  swapAnswered,
  swapOffered,
  swapWithdrawn,
  temporaryAdded,
  temporaryCancelled,
} from './change-rota';
import { ada, ben, cai, dee, layer, london, rota } from './examples';
import { onCallAt } from './on-call-at';
import type { Layer, Override, Rota, Swap, TemporaryRota } from './rota';

const now = london('2026-11-22T12:00');
const daily = rota({ layers: [layer({ handoversAt: ['08:00'], from: '2026-11-22' })] });
const done = (answer: Rota | Refusal): Rota => {
  if (refused(answer)) throw new Error(answer.message);
  return answer;
};
const field = (answer: Rota | Refusal): unknown =>
  refused(answer) ? [answer.code, answer.details['field']] : 'taken';
const names = (given: Rota, wall: string) => onCallAt(given, london(wall)).map(({ name }) => name);

const override = (more: Partial<Override> = {}): Override => ({
  id: 'override-1',
  kind: 'replace',
  from: london('2026-11-23T08:00'),
  to: london('2026-11-23T20:00'),
  off: ben,
  on: dee,
  why: 'Unwell',
  by: cai,
  madeAt: now,
  ...more,
});

describe('an override', () => {
  it('changes who is on for its time, and taken back changes nothing', () => {
    const given = done(overrideAdded(daily, override(), now));
    expect([names(given, '2026-11-23T12:00'), names(given, '2026-11-23T21:00')]).toEqual([['Dee'], ['Ben']]);
    expect(done(overrideCancelled(given, 'override-1', now)).overrides).toEqual([]);
  });

  it('taken back when it has begun ends then, and stays on the rota for what has been', () => {
    const given = done(overrideAdded(daily, override(), now));
    const later = london('2026-11-23T10:00');
    const cancelled = done(overrideCancelled(given, 'override-1', later));
    expect(cancelled.overrides).toMatchObject([{ to: later }]);
    expect([names(cancelled, '2026-11-23T09:00'), names(cancelled, '2026-11-23T12:00')]).toEqual([
      ['Dee'],
      ['Ben'],
    ]);
  });

  it.each<[string, Partial<Override>, string]>([
    ['that ends before it begins', { to: london('2026-11-23T07:00') }, 'to'],
    ['that is over', { from: london('2026-11-21T08:00'), to: london('2026-11-22T11:00') }, 'to'],
    ['of half a year', { to: london('2027-05-23T08:00') }, 'to'],
    ['of somebody by themselves', { on: ben }, 'on'],
    ['of somebody who is not on then', { off: ada }, 'off'],
    ['with nobody in their place', { on: null }, 'on'],
    ['that adds who is on throughout it', { kind: 'add', on: ben, off: null }, 'on'],
    ['that adds one and takes one off', { kind: 'add' }, 'off'],
    ['that takes off one and brings one', { kind: 'remove' }, 'on'],
    ['that takes nobody off', { kind: 'remove', on: null, off: null }, 'off'],
  ])('%s is refused, naming the field', (_what, more, expected) => {
    expect(field(overrideAdded(daily, override(more), now))).toEqual(['rota-impossible', expected]);
  });

  it('may add somebody for longer than they are on anyway', () => {
    const longer = override({ kind: 'add', on: ben, off: null, to: london('2026-11-24T12:00') });
    expect(names(done(overrideAdded(daily, longer, now)), '2026-11-24T11:00')).toEqual(['Cai', 'Ben']);
  });

  it('said to have begun counts from now on: who was on stays on record', () => {
    const begun = override({ from: london('2026-11-21T00:00'), off: ada });
    const given = done(overrideAdded(daily, begun, now));
    expect(given.overrides).toMatchObject([{ from: now, to: begun.to }]);
    expect([names(given, '2026-11-22T11:59'), names(given, '2026-11-22T12:00')]).toEqual([['Ada'], ['Dee']]);
  });

  it('that is not there cannot be taken back', () => {
    expect(field(overrideCancelled(daily, 'override-9', now))).toEqual(['not-found', undefined]);
  });
});

const swap = (more: Partial<Swap> = {}): Swap => ({
  id: 'swap-1',
  offeredBy: ben,
  to: cai,
  gives: { from: london('2026-11-23T08:00'), to: london('2026-11-24T08:00') },
  takes: { from: london('2026-11-24T08:00'), to: london('2026-11-25T08:00') },
  why: 'School play',
  state: 'offered',
  offeredAt: now,
  answeredAt: null,
  ...more,
});
const answer = (given: Rota, userId: string, accepts = true) =>
  swapAnswered(given, { swapId: 'swap-1', userId, accepts }, now);

describe('a swap', () => {
  const offered = done(swapOffered(daily, swap(), now));

  it('is in force once the other accepts it, and not before', () => {
    expect(names(offered, '2026-11-23T12:00')).toEqual(['Ben']);
    const accepted = done(answer(offered, cai.userId));
    expect([names(accepted, '2026-11-23T12:00'), names(accepted, '2026-11-24T12:00')]).toEqual([
      ['Cai'],
      ['Ben'],
    ]);
  });

  it('is only for whom it was offered to, and taken back only by who offered it', () => {
    expect(field(answer(offered, ben.userId))).toEqual(['not-your-duty', 'swapId']);
    const theirs = swapWithdrawn(offered, { swapId: 'swap-1', userId: cai.userId }, now);
    expect(field(theirs)).toEqual(['not-your-duty', 'swapId']);
    expect(done(swapWithdrawn(offered, { swapId: 'swap-1', userId: ben.userId }, now)).swaps).toEqual([]);
  });

  it('declined is gone, and accepted cannot be answered again', () => {
    expect(done(answer(offered, cai.userId, false)).swaps).toEqual([]);
    const accepted = done(answer(offered, cai.userId));
    expect(field(answer(accepted, cai.userId))).toEqual(['not-allowed-in-this-state', undefined]);
  });

  it('that no longer fits cannot be accepted', () => {
    const changed = done(overrideAdded(offered, override({ from: london('2026-11-23T09:00') }), now));
    expect(field(answer(changed, cai.userId))).toEqual(['rota-impossible', 'gives.from']);
  });

  it('accepted when its time has begun is of what is left, and once that is over no more', () => {
    const late = (at: string) =>
      swapAnswered(offered, { swapId: 'swap-1', userId: cai.userId, accepts: true }, london(at));
    const accepted = done(late('2026-11-23T16:00'));
    expect([names(accepted, '2026-11-23T15:59'), names(accepted, '2026-11-23T16:00')]).toEqual([
      ['Ben'],
      ['Cai'],
    ]);
    expect(field(late('2026-11-24T09:00'))).toEqual(['rota-impossible', 'gives.to']);
  });

  it.each<[string, Partial<Swap>, string]>([
    ['with oneself', { to: ben }, 'to'],
    [
      'of time one is not on',
      { gives: { from: london('2026-11-25T09:00'), to: london('2026-11-25T10:00') } },
      'gives.from',
    ],
    [
      'for time the other is not on',
      { takes: { from: london('2026-11-25T09:00'), to: london('2026-11-25T10:00') } },
      'takes.from',
    ],
    ['for the same time', { takes: swap().gives }, 'takes.from'],
    ['of no time', { gives: { from: now, to: now } }, 'gives.to'],
  ])('%s is refused, naming the field', (_what, more, expected) => {
    expect(field(swapOffered(daily, swap(more), now))).toEqual(['rota-impossible', expected]);
  });

  it('may ask the other only to cover', () => {
    const cover = done(swapOffered(daily, swap({ takes: null }), now));
    expect(names(done(answer(cover, cai.userId)), '2026-11-24T12:00')).toEqual(['Cai']);
  });
});

const temporary = (more: Partial<TemporaryRota> = {}): TemporaryRota => ({
  id: 'temporary-1',
  name: 'Bank holiday',
  from: london('2026-12-25T00:00'),
  to: london('2026-12-27T00:00'),
  shifts: [{ from: london('2026-12-25T00:00'), to: london('2026-12-26T00:00'), who: dee }],
  why: 'Bank holiday',
  by: cai,
  madeAt: now,
  ...more,
});

describe('a temporary rota', () => {
  it('is in force in its time, and taken back is gone', () => {
    const given = done(temporaryAdded(daily, temporary(), now));
    expect([names(given, '2026-12-25T12:00'), names(given, '2026-12-26T12:00')]).toEqual([['Dee'], []]);
    expect(done(temporaryCancelled(given, 'temporary-1', now)).temporary).toEqual([]);
  });

  it('said to have begun counts from now on, and has no shift that is over', () => {
    const days = { from: london('2026-11-21T00:00'), to: london('2026-11-24T00:00') };
    const given = done(temporaryAdded(daily, temporary({ ...days, shifts: [{ ...days, who: dee }] }), now));
    expect([names(given, '2026-11-22T11:59'), names(given, '2026-11-22T12:00')]).toEqual([['Ada'], ['Dee']]);
    const over = { from: days.from, to: london('2026-11-22T00:00'), who: dee };
    expect(field(temporaryAdded(daily, temporary({ ...days, shifts: [over] }), now))).toEqual([
      'rota-impossible',
      'shifts.0.to',
    ]);
  });

  it('does not overlap another, and its shifts lie within it', () => {
    const given = done(temporaryAdded(daily, temporary(), now));
    expect(field(temporaryAdded(given, temporary({ id: 'b' }), now))).toEqual(['rota-impossible', 'from']);
    const outside = [{ from: london('2026-12-24T00:00'), to: london('2026-12-28T00:00'), who: dee }];
    expect(field(temporaryAdded(daily, temporary({ shifts: outside }), now))).toEqual([
      'rota-impossible',
      'shifts.0.from',
    ]);
    expect(field(temporaryAdded(daily, temporary({ shifts: [] }), now))).toEqual([
      'rota-impossible',
      'shifts',
    ]);
  });
});

const put = (given: Rota, changed: Layer, position: number | undefined, at = now) =>
  layerPut(given, changed, { position, pastId: `${changed.id} until ${at}` }, at);

describe('a layer', () => {
  it('is put at its place in the order, and moved there', () => {
    const hub = layer({ id: 'hub', name: 'Hub' });
    const two = done(put(daily, hub, 0));
    expect(two.layers.map(({ id }) => id)).toEqual(['hub', 'layer-1']);
    expect(done(put(two, hub, 9)).layers.map(({ id }) => id)).toEqual(['layer-1', 'hub']);
  });

  it('changed is so from now on, in its place, and as it was for what has been', () => {
    const two = done(put(daily, layer({ id: 'hub', members: [dee], from: '2026-11-22' }), 0));
    const turns = layer({ handoversAt: ['08:00'], from: '2026-11-22', members: [cai] });
    const changed = done(put(two, turns, undefined));
    expect(changed.layers.map(({ id }) => id)).toEqual(['hub', `layer-1 until ${now}`, 'layer-1']);
    const below = { ...changed, layers: changed.layers.slice(1) };
    expect([names(below, '2026-11-22T11:59'), names(below, '2026-11-22T12:00')]).toEqual([['Ada'], ['Cai']]);
    expect(names(changed, '2026-11-22T12:00')).toEqual(['Dee']);
    expect(names(changed, '2026-11-22T11:59')).toEqual(['Ada']);
  });

  it('that has ended is not begun again: its turns until now would be others than they were', () => {
    const given = done(layerEnded(daily, 'layer-1', now, now));
    const later = london('2026-11-24T12:00');
    const over = ['not-allowed-in-this-state', undefined];
    expect(field(layerEnded(given, 'layer-1', later, later))).toEqual(over);
    expect(field(put(given, layer(), 0, later))).toEqual(over);
  });

  it('ends when it is said to, and not in the past', () => {
    const at = london('2026-12-01T08:00');
    expect(names(done(layerEnded(daily, 'layer-1', at, now)), '2026-12-01T09:00')).toEqual([]);
    expect(field(layerEnded(daily, 'layer-1', london('2026-11-01T08:00'), now))).toEqual([
      'time-impossible',
      'at',
    ]);
    expect(field(layerEnded(daily, 'layer-9', at, now))).toEqual(['not-found', undefined]);
  });

  it.each<[string, Partial<Layer>, string]>([
    ['with no name', { name: ' ' }, 'name'],
    ['of nobody', { members: [] }, 'members'],
    ['with more on at once than are on it', { width: 4 }, 'width'],
    ['with one as two of those on at once', { members: [ada, ada, ben], width: 2 }, 'members'],
    ['with shifts of no length', { count: 0 }, 'count'],
    ['with shifts of two years', { every: 'months', count: 24 }, 'count'],
    ['from a day that is not', { from: '2026-02-30' }, 'from'],
    ['without a handover', { handoversAt: [] }, 'handoversAt'],
    ['handed over at no time of day', { handoversAt: ['24:00'] }, 'handoversAt'],
    ['handed over out of order', { handoversAt: ['20:00', '08:00'] }, 'handoversAt'],
    ['of weeks with two handovers', { every: 'weeks' }, 'handoversAt'],
    ['counting on no day', { hours: [{ days: [], from: '09:00', to: '17:00' }] }, 'hours.0.days'],
    ['counting from no time', { hours: [{ days: [1], from: '9', to: '17:00' }] }, 'hours.0.from'],
  ])('%s is refused, naming the field', (_what, more, expected) => {
    expect(field(put(daily, layer(more), 0))).toEqual(['rota-impossible', expected]);
  });
});

describe('a rota', () => {
  it('ends when it is said to, and is then changed no more', () => {
    const at = london('2026-11-23T08:00');
    const ended = done(rotaEnded(daily, at, now));
    expect(names(ended, '2026-11-23T09:00')).toEqual([]);
    expect(field(rotaSaid(ended, london('2026-11-24T08:00')))).toEqual([
      'not-allowed-in-this-state',
      undefined,
    ]);
    expect(field(rotaEnded(daily, london('2026-11-01T08:00'), now))).toEqual(['time-impossible', 'at']);
  });

  it('ends at once where it is said to, or at another time than was said, until it has ended', () => {
    const over = done(rotaEnded(daily, now, now));
    expect(over.until).toBe(now);
    const later = london('2026-12-01T08:00');
    expect(done(rotaEnded(done(rotaEnded(daily, later, now)), now, now)).until).toBe(now);
    expect(field(rotaEnded(over, later, now))).toEqual(['not-allowed-in-this-state', undefined]);
  });

  it('has a name and a layer', () => {
    expect(field(rotaSaid({ ...daily, name: '' }, now))).toEqual(['rota-impossible', 'name']);
    expect(field(rotaSaid({ ...daily, layers: [] }, now))).toEqual(['rota-impossible', 'layers']);
  });

  it('lets go of what was over 60 days ago: the journal has it', () => {
    const given = done(overrideAdded(daily, override(), now));
    const spring = london('2027-03-01T12:00');
    expect(done(rotaSaid(given, london('2027-01-01T12:00'))).overrides).toHaveLength(1);
    expect(done(rotaSaid(given, spring)).overrides).toEqual([]);
  });
});
