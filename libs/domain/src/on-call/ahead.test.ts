import * as fc from 'fast-check';
import { plusMinutes } from '../instant';
import type { Refusal } from '../refusal';
import { refused } from '../refusal';
import {
  layerEnded,
  layerPut,
  overrideAdded,
  overrideCancelled,
  rotaEnded,
  swapAnswered,
  swapOffered,
  temporaryAdded,
  temporaryCancelled,
} from './change-rota';
import { ada, ben, cai, dee, layer, london, rota } from './examples';
import { planDifference } from './plan-difference';
import type { Period, Rota } from './rota';

fc.configureGlobal({ seed: 1983 });

const start = london('2026-11-22T12:00');
const minutes = (days: number) => fc.integer({ min: -days * 24 * 60, max: days * 24 * 60 });
const people = [ada, ben, cai, dee];
const two = fc.shuffledSubarray(people, { minLength: 2, maxLength: 2 });

/** A change to a rota by somebody who keeps it, or by one of those on it. */
type Change = (rota: Rota, now: string) => Rota | Refusal;

const near = (now: string, [begins, ends]: readonly [number, number]): Period => ({
  from: plusMinutes(now, Math.min(begins, ends)),
  to: plusMinutes(now, Math.max(begins, ends)),
});
const made = { id: 'one', why: 'Unwell', by: cai, madeAt: start };

const around = fc.tuple(minutes(4), minutes(4));
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc
    .tuple(fc.constantFrom('add', 'remove', 'replace'), two, around)
    .map(([kind, [on = ada, off = ben], when]): Change => {
      const who = { on: kind === 'remove' ? null : on, off: kind === 'add' ? null : off };
      return (given, now) => overrideAdded(given, { ...made, kind, ...who, ...near(now, when) }, now);
    }),
  fc.constant<Change>((given, now) => overrideCancelled(given, 'one', now)),
  fc.tuple(around, fc.constantFrom(...people)).map(([when, who]): Change => {
    return (given, now) => {
      const period = near(now, when);
      return temporaryAdded(given, { ...made, name: 'Strike', ...period, shifts: [{ ...period, who }] }, now);
    };
  }),
  fc.constant<Change>((given, now) => temporaryCancelled(given, 'one', now)),
  fc.tuple(two, around).map(([[offeredBy = ada, to = ben], when]): Change => {
    const swap = { id: 'one', offeredBy, to, takes: null, why: '', offeredAt: start, answeredAt: null };
    return (given, now) => swapOffered(given, { ...swap, gives: near(now, when), state: 'offered' }, now);
  }),
  fc.constantFrom(...people).map(
    ({ userId }): Change =>
      (given, now) =>
        swapAnswered(given, { swapId: 'one', userId, accepts: true }, now),
  ),
  fc
    .record({
      id: fc.constantFrom('layer-1', 'above'),
      members: fc.shuffledSubarray(people, { minLength: 1 }),
      from: fc.constantFrom('2026-10-20', '2026-11-21', '2026-11-25'),
      position: fc.constantFrom(undefined, 0, 1, 5),
      handoversAt: fc.constantFrom(['08:00', '20:00'], ['09:00']),
    })
    .map(({ position, ...more }): Change => {
      return (given, now) => layerPut(given, layer(more), { position, pastId: `${more.id} to ${now}` }, now);
    }),
  fc.tuple(fc.constantFrom('layer-1', 'above'), minutes(3)).map(
    ([id, when]): Change =>
      (given, now) =>
        layerEnded(given, id, plusMinutes(now, when), now),
  ),
  minutes(3).map(
    (when): Change =>
      (given, now) =>
        rotaEnded(given, plusMinutes(now, when), now),
  ),
);

describe('what has been on call', () => {
  it('stays as it was, whatever is changed about a rota and whenever', () => {
    let taken = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyChange, fc.integer({ min: 0, max: 36 * 60 })), { minLength: 1, maxLength: 8 }),
        (changes) => {
          let [given, now] = [rota(), start];
          for (const [change, pass] of changes) {
            now = plusMinutes(now, pass);
            const answer = change(given, now);
            if (refused(answer)) continue;
            taken += 1;
            expect(planDifference(given, answer, { from: plusMinutes(now, -7 * 24 * 60), to: now })).toEqual(
              [],
            );
            given = answer;
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(taken).toBeGreaterThan(400);
  });
});
