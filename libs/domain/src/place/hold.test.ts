import * as fc from 'fast-check';
import { after, granted, nurse, refusalOf } from '../examples';
import { hold } from './examples';
import { refused } from '../refusal';
import type { HoldState, RefusalReason } from './hold';
import { holdIsLive, holdLifecycle, moveHold, refuseHold } from './hold';

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
        const decision = moveHold(before, to);
        if (holdLifecycle[from].includes(to)) expect(decision).toEqual({ ...before, state: to });
        else expect(refusalOf(decision)).toMatchObject({ code: 'hold-ended', details: { state: from } });
      }),
    );
  });

  it('cannot be accepted after it has lapsed or been given back', () => {
    for (const state of ['expired', 'released', 'refused', 'arrived'] as const) {
      expect(refused(moveHold(hold({ state }), 'accepted'))).toBe(true);
    }
  });

  it('names whoever answered first to whoever answers second', () => {
    expect(refusalOf(moveHold(hold({ state: 'accepted', ...answered }), 'accepted'))).toMatchObject({
      message: 'This hold was already accepted by Nia Patel.',
      details: { state: 'accepted', by: 'Nia Patel', at: after(4) },
    });
  });

  it('does not blame the nurse who accepted for a hold that somebody else gave back', () => {
    expect(refusalOf(moveHold(hold({ state: 'released', ...answered }), 'accepted'))).toMatchObject({
      message: 'This hold was already released.',
      details: { state: 'released', by: null, at: null },
    });
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

  it.each([
    '',
    'Drunk',
    'Intoxicated.',
    'Patient is intoxicated',
    'Too drunk, drunk and incapable',
    'under the influence of alcohol and drugs',
    'He was drinking; he is very intoxicated!!!',
  ])('cannot refuse for intoxication alone: "%s"', (rationale) => {
    expect(refusalOf(refuseHold(hold(), no('intoxication-clinical', rationale)))).toMatchObject({
      code: 'blanket-refusal',
      rule: 'Crisis Care Concordat: no blanket exclusion for intoxication',
      details: { field: 'rationale' },
    });
  });

  it.each([
    'GCS 12, cannot hold own airway',
    'Took 30 paracetamol with alcohol, needs bloods',
    'Head injury and drunk',
  ])('can refuse for what this person needs and it cannot give: "%s"', (rationale) => {
    expect(granted(refuseHold(hold(), no('intoxication-clinical', rationale))).refusal?.rationale).toBe(
      rationale,
    );
  });

  it('can refuse while it is being asked, and no longer', () => {
    for (const state of states) {
      const decision = refuseHold(hold({ state }), no('full', 'All three rooms taken.'));
      if (state === 'requested') expect(granted(decision).state).toBe('refused');
      else expect(refusalOf(decision).code).toBe('hold-ended');
    }
  });
});
