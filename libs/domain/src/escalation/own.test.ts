import type { Duty, Named } from '../duty';
import { after, agreement, blankIncident, called, granted, lived, refusalOf } from '../examples';
import { callLadder, climb } from './climb';
import type { Deadline } from './deadline';
import { deadlinesOf } from './deadline';
import type { Escalation } from './escalation';
import { isInHand, outstanding } from './escalation';
import {
  lastHeard,
  ownerWentQuiet,
  ownEscalation,
  silenceEscalation,
  snoozeEscalation,
  wantsSomebody,
} from './own';

const incident = lived(blankIncident, ['opened', 0], ['advice-sought', 0], ['detained', 0]);
const [warning, breach] = deadlinesOf(incident, agreement) as [Deadline, Deadline];
const [morgan, lee, ola] = [called('Morgan Reyes'), called('Lee Tran'), called('Ola Finch')];
const about = { areaId: incident.areaId, incidentId: incident.id, incidentRef: incident.ref, placeId: null };
const fire = (deadline: Deadline, minute: number, people: readonly Named[], so?: Escalation): Escalation =>
  climb(so, 'escalation-1', about, {
    deadline,
    armedAt: after(0),
    firedAt: after(minute),
    calls: callLadder([deadline.step], () => people),
  });
const eachOf = (deadline: Deadline): Deadline => ({
  ...deadline,
  step: { ...deadline.step, duties: ['control-room'], each: true },
});
const own = (so: Escalation, by: Named, minute: number) => granted(ownEscalation(so, by, after(minute)));

describe('where each of several named people must say that they have it', () => {
  const raised = fire(eachOf(warning), 20, [morgan, lee]);

  it('is in hand only when the last of them has', () => {
    expect(outstanding(raised)).toEqual([morgan, lee]);
    const one = own(raised, lee, 21);
    expect([one.ownedBy, outstanding(one), isInHand(one)]).toEqual([lee, [morgan], false]);
    const both = own(one, morgan, 22);
    expect([both.ownedBy, outstanding(both), isInHand(both)]).toEqual([lee, [], true]);
  });

  it('tells somebody else who has it and who is still to say so', () => {
    expect(refusalOf(ownEscalation(own(raised, lee, 21), ola, after(22)))).toMatchObject({
      code: 'already-owned',
      details: { ownedBy: lee, outstanding: [morgan] },
    });
  });

  it('asks each of them again when what was about to pass has passed', () => {
    const both = own(own(raised, lee, 21), morgan, 22);
    expect(outstanding(fire(eachOf(breach), 30, [ola], both))).toEqual([morgan, lee, ola]);
  });
});

describe('an owner of whom nothing more is heard', () => {
  const raised = fire(warning, 20, [lee]);
  const word = (by: Named, minute: number) => ({ by, recordedAt: after(minute) });

  it('was last heard of when they took it on, said so again, or last recorded something', () => {
    const owned = own(raised, lee, 21);
    expect(lastHeard(owned, [])).toBe(after(21));
    expect(lastHeard(owned, [word(lee, 25), word(morgan, 29), word(lee, 12)])).toBe(after(25));
    expect(lastHeard(own(owned, lee, 27), [word(lee, 25)])).toBe(after(27));
    expect(lastHeard(raised, [word(lee, 25)])).toBeUndefined();
  });

  it('has it no more, by name, and it sounds again', () => {
    const silenced = granted(silenceEscalation(own(raised, lee, 21), morgan, after(22)));
    const aside = { at: after(23), minutes: 30, why: 'Lee has it' };
    const owned = granted(snoozeEscalation(silenced, morgan, aside));
    const quiet = ownerWentQuiet(owned, after(21), after(41));
    expect(quiet).toMatchObject({
      ownedBy: null,
      acknowledgements: [],
      silences: [],
      snooze: null,
      goneQuiet: [{ who: lee, since: after(21), at: after(41) }],
    });
    expect(wantsSomebody(quiet, after(41))).toBe(true);
  });
});

describe('silence', () => {
  it('is on the record, and gives it to nobody', () => {
    const silenced = granted(silenceEscalation(fire(warning, 20, [lee]), morgan, after(21)));
    expect(silenced).toMatchObject({ silences: [{ who: morgan, at: after(21) }], ownedBy: null });
    expect(wantsSomebody(silenced, after(21))).toBe(true);
  });

  it('ends with the next step', () => {
    const silenced = granted(silenceEscalation(fire(warning, 20, [lee]), morgan, after(21)));
    expect(fire(breach, 30, [ola], silenced).silences).toEqual([]);
  });
});

describe('an alarm put aside', () => {
  const raised = fire(warning, 20, [lee]);
  const snooze = (so: Escalation, minutes = 5) =>
    snoozeEscalation(so, lee, { at: after(21), minutes, why: 'Suite rings back' });

  it('wants nobody until its time is up', () => {
    const aside = granted(snooze(raised));
    expect(aside.snooze).toEqual({ by: lee, at: after(21), until: after(26), why: 'Suite rings back' });
    expect([after(25), after(26)].map((now) => wantsSomebody(aside, now))).toEqual([false, true]);
  });

  it('is back at once with the next step, and when somebody takes it on', () => {
    const aside = granted(snooze(raised, 30));
    expect(fire(breach, 30, [ola], aside).snooze).toBeNull();
    expect(own(aside, lee, 22).snooze).toBeNull();
  });

  it('cannot be one that has passed, nor one that has ended', () => {
    expect(refusalOf(snooze(fire(breach, 30, [ola], raised))).code).toBe('not-allowed-in-this-state');
    expect(refusalOf(snooze({ ...raised, resolvedAt: after(20) })).code).toBe('already-resolved');
  });

  it('cannot be a limit in law', () => {
    const law: Escalation = {
      ...raised,
      clock: { kind: 'statutory', limit: 's136-permitted-period', label: '24 hours' },
    };
    expect(refusalOf(snooze(law)).message).toContain('limit in law');
  });
});

describe('a step for which nobody is on call', () => {
  const holders = (duty: Duty): readonly Named[] => (duty === 'amhp-lead' ? [ola] : []);
  const step = (...duties: Duty[]) => ({ duties });

  it('calls those of the next step that has anybody, at once, and says who was missing', () => {
    expect(
      callLadder(
        [step('control-room'), step('duty-inspector'), step('superintendent', 'amhp-lead')],
        holders,
      ),
    ).toEqual({
      called: [{ duty: 'amhp-lead', who: ola }],
      nobodyFor: ['control-room', 'duty-inspector', 'superintendent'],
    });
  });

  it('calls them in the way that their own step says', () => {
    const later = { ...step('amhp-lead'), channels: ['sms'] as const, each: true };
    const empty = { ...step('control-room'), channels: ['push'] as const };
    expect(callLadder([empty, later], holders)).toMatchObject({ channels: ['sms'], each: true });
    expect(callLadder([{ ...empty, each: true }, step('amhp-lead')], holders)).toEqual({
      called: [{ duty: 'amhp-lead', who: ola }],
      nobodyFor: ['control-room'],
    });
  });

  it('calls nobody of a later step where it has anybody itself', () => {
    expect(callLadder([step('amhp-lead', 'duty-inspector'), step('amhp-lead')], holders)).toEqual({
      called: [{ duty: 'amhp-lead', who: ola }],
      nobodyFor: ['duty-inspector'],
    });
  });

  it('of a ladder that reaches nobody at all says since when, until somebody is', () => {
    const unreached = fire(warning, 20, []);
    expect(unreached.nobodyReachedAt).toBe(after(20));
    expect(fire(breach, 30, [], unreached).nobodyReachedAt).toBe(after(20));
    expect(fire(breach, 30, [ola], unreached).nobodyReachedAt).toBeNull();
    expect(own(unreached, lee, 21).nobodyReachedAt).toBeNull();
  });
});
