import * as fc from 'fast-check';
import { after, granted, nurse, refusalOf } from '../examples';
import { hold } from './examples';
import { plusMinutes } from '../instant';
import { refused } from '../refusal';
import type { HoldState, RefusalReason } from './hold';
import {
  acceptHold,
  extendHold,
  holdHasLapsed,
  holdIsLive,
  holdIsLiveAt,
  holdLifecycle,
  moveHold,
  refuseHold,
} from './hold';

fc.configureGlobal({ seed: 1983 });

const states = Object.keys(holdLifecycle) as HoldState[];
const answered = { answeredAt: after(4), answeredBy: nurse };
const no = (reason: RefusalReason, rationale: string) => ({ reason, rationale, at: after(5), by: nurse });

describe('a promise of a room', () => {
  it('is live until it is refused, given back, lapsed or kept', () => {
    expect(states.filter((state) => holdIsLive(hold({ state })))).toEqual(['requested', 'accepted']);
  });

  it('moves only as the table says; whatever is refused changes nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.constantFrom(...states), (from, to) => {
        const before = hold({ state: from });
        const decision = moveHold(before, to, after(5));
        if (holdLifecycle[from].includes(to)) expect(decision).toEqual({ ...before, state: to });
        else expect(refusalOf(decision)).toMatchObject({ code: 'hold-ended', details: { state: from } });
      }),
    );
  });

  it('cannot be accepted after it has lapsed or been given back', () => {
    for (const state of ['expired', 'released', 'refused', 'arrived'] as const) {
      expect(refused(moveHold(hold({ state }), 'accepted', after(5)))).toBe(true);
    }
  });

  it('names whoever answered first to whoever answers second', () => {
    expect(refusalOf(moveHold(hold({ state: 'accepted', ...answered }), 'accepted', after(5)))).toMatchObject(
      {
        message: 'This hold was already accepted by Nia Patel.',
        details: { state: 'accepted', by: 'Nia Patel', at: after(4) },
      },
    );
  });

  it('does not blame the nurse who accepted for a hold that somebody else gave back', () => {
    expect(refusalOf(moveHold(hold({ state: 'released', ...answered }), 'accepted', after(5)))).toMatchObject(
      {
        message: 'This hold was already released.',
        details: { state: 'released', by: null, at: null },
      },
    );
  });
});

describe('a suite that refuses', () => {
  it('is on record: by whom, when, why in code and why in words', () => {
    expect(granted(refuseHold(hold(), no('no-staff', '  One nurse for four patients.  ')))).toMatchObject({
      state: 'refused',
      answeredAt: after(5),
      answeredBy: nurse,
      refusal: { reason: 'no-staff', rationale: 'One nurse for four patients.' },
    });
  });

  it.each<RefusalReason>([
    'full',
    'no-staff',
    'closed',
    'age',
    'needs-emergency-department',
    'risk-beyond-safe-staffing',
    'out-of-area',
  ])('must say something about this person, not only "%s"', (reason) => {
    expect(refusalOf(refuseHold(hold(), no(reason, '   ')))).toMatchObject({
      code: 'reason-needed',
      details: { field: 'rationale' },
    });
  });

  it('cannot refuse for intoxication alone, under any code', () => {
    for (const reason of ['intoxication-clinical', 'risk-beyond-safe-staffing', 'out-of-area'] as const)
      expect(refusalOf(refuseHold(hold(), no(reason, 'Patient is intoxicated')))).toMatchObject({
        code: 'blanket-refusal',
        rule: 'Crisis Care Concordat: no blanket exclusion for intoxication',
        details: { field: 'rationale' },
      });
  });

  it('can refuse while it is being asked, and take back what it accepted, with a reason; no later', () => {
    for (const state of states) {
      const decision = refuseHold(hold({ state, ...answered }), no('full', 'All three rooms taken.'));
      if (state === 'requested' || state === 'accepted')
        expect(granted(decision)).toMatchObject({ state: 'refused', answeredAt: after(5) });
      else expect(refusalOf(decision).code).toBe('hold-ended');
    }
  });
});

describe('an acceptance from a time to come', () => {
  const from = (notBefore: string, limitEndsAt: string | null) =>
    acceptHold(hold(), { notBefore, limitEndsAt, keptMinutes: 120, at: after(5), by: nurse });

  it('is none from the end of the 24 hours on, which it names', () => {
    for (const late of [after(60), after(61)])
      expect(refusalOf(from(late, after(60)))).toMatchObject({
        code: 'time-impossible',
        rule: 'Mental Health Act 1983 s136(2A), s135(3ZA)',
        details: { field: 'notBefore', limitEndsAt: after(60) },
      });
  });

  it('that keeps the room past twelve hours is not extended, and the refusal says until when it is kept', () => {
    const kept = granted(from(after(719), null));
    expect(kept.expiresAt).toBe(after(839));
    expect(refusalOf(extendHold(kept, 15, after(10)))).toMatchObject({
      code: 'time-impossible',
      details: { field: 'minutes', atMost: after(839) },
    });
  });

  it('is one until then, and while no limit runs', () => {
    expect(granted(from(after(59), after(60))).notBefore).toBe(after(59));
    expect(granted(from(after(600), null)).notBefore).toBe(after(600));
  });
});

describe('a promise that has run out', () => {
  const last = { expiresAt: after(30) };
  const nextTry = (at: string) => ({
    accept: acceptHold(hold(last), { notBefore: null, limitEndsAt: null, keptMinutes: 120, at, by: nurse }),
    refuse: refuseHold(hold(last), { ...no('full', 'All three rooms taken.'), at }),
    extend: extendHold(hold(last), 30, at),
    release: moveHold(hold(last), 'released', at),
  });

  it('is live until the instant of its expiry, and at that instant no more', () => {
    const before = plusMinutes(after(30), -1 / 60_000);
    for (const state of states) {
      const isOpen = state === 'requested' || state === 'accepted';
      expect(holdIsLiveAt(hold({ state, ...last }), before)).toBe(isOpen);
      expect(holdIsLiveAt(hold({ state, ...last }), after(30))).toBe(false);
      expect(holdHasLapsed(hold({ state, ...last }), after(30))).toBe(isOpen);
    }
    expect(Object.values(nextTry(before)).filter(refused)).toEqual([]);
  });

  it('can be neither answered nor kept nor given back, though nobody has written down yet that it lapsed', () => {
    for (const at of [after(30), after(31), after(600)])
      for (const decision of Object.values(nextTry(at)))
        expect(refusalOf(decision)).toMatchObject({
          code: 'hold-ended',
          message: `This hold lapsed at ${after(30)}.`,
          details: { state: 'expired', by: null },
        });
  });

  it('says why it ended, if that was said', () => {
    const released = hold({ state: 'released', endedBecause: 'Alder Suite accepted' });
    expect(refusalOf(moveHold(released, 'accepted', after(5)))).toMatchObject({
      message: 'This hold was already released: Alder Suite accepted.',
      details: { endedBecause: 'Alder Suite accepted' },
    });
  });
});
