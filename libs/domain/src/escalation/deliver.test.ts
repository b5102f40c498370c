import fc from 'fast-check';
import { called } from '../examples';
import { instantFromMs, minutesBetween, msOf, secondsBetween } from '../instant';
import type { DeliveryFailure, Handed } from './channel';
import { afterReceipt, afterTries, gotNowhere, nextMethod, roundOf, type Method, type Try } from './deliver';
import type { Notification } from './notification';

const sms: Method = { id: 'sms', channel: 'sms' };
const email: Method = { id: 'email', channel: 'email' };
const both = [sms, email];
const start = '2026-11-22T02:00:00.000Z';
const later = (seconds: number) => instantFromMs(msOf(start) + seconds * 1000);

const queued: Notification = {
  id: 'n-1',
  areaId: 'area',
  escalationId: 'e-1',
  placeId: null,
  incidentId: 'i-1',
  duty: 'amhp',
  to: called('Priya Nair'),
  subject: 'HV-1042: AMHP attends due',
  channels: [],
  statutory: false,
  state: 'queued',
  queuedAt: start,
  tryAt: start,
  sentAt: null,
  deliveries: [],
  revision: 1,
};

const tried = (method: Method, handed: Handed): Try => ({ id: `by-${method.id ?? ''}`, method, handed });
const down: Handed = { outcome: 'try-later', why: 'provider-down' };
const taken: Handed = { outcome: 'handed-over' };
const never: Handed = { outcome: 'never', why: 'address-refused' };

/** One round, as a courier goes through it. */
const round = (
  notification: Notification,
  methods: readonly Method[],
  answer: (method: Method) => Handed,
  now: string,
): Notification => {
  const before = roundOf(notification, methods);
  const tries: Try[] = [];
  for (;;) {
    const so = afterTries({ ...notification, state: 'queued' }, tries, methods, now);
    const method = nextMethod(so.deliveries, methods, before);
    if (!method || so.state === 'sent') return so;
    tries.push(tried(method, answer(method)));
  }
};

describe('a message', () => {
  it('goes by the first method of its person, and by no other when that has it', () => {
    const after = round(queued, both, () => taken, later(1));
    expect(after).toMatchObject({ state: 'sent', sentAt: later(1), tryAt: null });
    expect(after.deliveries).toMatchObject([{ channel: 'sms', state: 'handed-over', attempts: 1 }]);
  });

  it('goes by the next method at once when the first fails, and keeps both on record', () => {
    const after = round(queued, both, ({ id }) => (id === 'sms' ? down : taken), later(1));
    expect(after.state).toBe('sent');
    expect(after.deliveries).toMatchObject([
      { channel: 'sms', state: 'failed', why: 'provider-down' },
      { channel: 'email', state: 'handed-over', why: null },
    ]);
  });

  it('is tried again, later each time, while every provider is away', () => {
    let so = queued;
    let now = start;
    const waits: number[] = [];
    for (let i = 0; i < 6; i += 1) {
      so = round(so, both, () => down, now);
      waits.push(secondsBetween(now, so.tryAt ?? ''));
      now = so.tryAt ?? '';
    }
    expect(waits).toEqual([15, 30, 60, 120, 300, 300]);
    expect(so.deliveries.map(({ attempts }) => attempts)).toEqual([6, 6]);
  });

  it('waits as long as its only provider asks', () => {
    const asks: Handed = { outcome: 'try-later', why: 'too-fast', afterSeconds: 600 };
    expect(round(queued, [sms], () => asks, start).tryAt).toBe(later(600));
    // With another way to try, the first to be ready is what counts.
    const uneven = round(queued, both, ({ id }) => (id === 'sms' ? asks : down), start);
    expect(uneven.tryAt).toBe(later(15));
  });

  it('never goes again by a method that will not work; with none left it has failed', () => {
    const half = round(queued, both, ({ id }) => (id === 'sms' ? never : down), start);
    expect(half.state).toBe('queued');
    expect(nextMethod(half.deliveries, both, roundOf(half, both))).toBe(email);
    const none = round(queued, both, () => never, start);
    expect(none).toMatchObject({ state: 'failed', tryAt: null });
  });

  it('has got to nobody once every method has been tried in vain, and not before', () => {
    expect(gotNowhere(queued)).toBe(false);
    expect(gotNowhere(round(queued, both, () => down, later(1)))).toBe(true);
    expect(gotNowhere(round(queued, both, () => never, later(1)))).toBe(true);
    expect(gotNowhere(round(queued, both, () => taken, later(1)))).toBe(false);
  });

  it('to somebody without a contact method has failed at once', () => {
    expect(afterTries(queued, [], [], start)).toMatchObject({ state: 'failed', tryAt: null });
  });

  it('is given up after two hours', () => {
    expect(round(queued, [sms], () => down, later(7_199)).state).toBe('queued');
    expect(round(queued, [sms], () => down, later(7_200)).state).toBe('failed');
  });
});

describe('a receipt', () => {
  const sent = round(queued, both, () => taken, start);
  const bySms = sent.deliveries[0]?.id ?? '';

  it('says that it arrived', () => {
    expect(afterReceipt(sent, bySms, 'delivered', later(5))).toMatchObject({
      state: 'sent',
      deliveries: [{ state: 'delivered', at: later(5) }],
    });
  });

  it('that it never did queues it again at once, for the next method', () => {
    const again = afterReceipt(sent, bySms, 'not-delivered', later(5));
    expect(again).toMatchObject({ state: 'queued', tryAt: later(5), sentAt: null });
    expect(nextMethod(again?.deliveries ?? [], both, 0)).toBe(email);
  });

  it('of something else, or a second one, changes nothing', () => {
    expect(afterReceipt(sent, 'another', 'delivered', later(5))).toBeUndefined();
    const arrived = afterReceipt(sent, bySms, 'delivered', later(5));
    expect(arrived && afterReceipt(arrived, bySms, 'not-delivered', later(6))).toBeUndefined();
  });
});

const failures: DeliveryFailure[] = [
  'provider-down',
  'too-fast',
  'not-let-in',
  'address-refused',
  'daily-limit',
];
const anyAnswer: fc.Arbitrary<Handed> = fc.oneof(
  fc.constant(taken),
  fc
    .constantFrom(...failures)
    .map((why): Handed =>
      failures.indexOf(why) < 3 ? { outcome: 'try-later', why } : { outcome: 'never', why },
    ),
);

test('whatever providers answer, a message ends sent or failed within two hours and one round, and never after being sent', () => {
  fc.assert(
    fc.property(fc.array(anyAnswer, { minLength: 1 }), fc.integer({ min: 1, max: 4 }), (answers, count) => {
      const methods = Array.from({ length: count }, (_, i): Method => ({ id: `m-${i}`, channel: 'sms' }));
      let so = queued;
      let asked = 0;
      for (let rounds = 0; so.state === 'queued'; rounds += 1) {
        expect(rounds).toBeLessThan(60);
        const now = so.tryAt ?? start;
        so = round(so, methods, () => answers[asked++ % answers.length] ?? taken, now);
      }
      const handed = so.deliveries.filter(({ state }) => state === 'handed-over');
      expect(handed.length).toBe(so.state === 'sent' ? 1 : 0);
      expect(minutesBetween(start, so.sentAt ?? start)).toBeLessThanOrEqual(126);
    }),
    { seed: 1136 },
  );
});
