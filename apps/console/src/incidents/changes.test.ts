import type { Fact, Incident } from '@concord/domain';
import { refused, sampleAgreement, unknownPerson } from '@concord/domain';
import { advised, after, detained, fact, opened, START, suite } from '../record/test-facts';
import { changesWith } from './changes';

const agreement = sampleAgreement('area', 'agreement', '2026-01-01T00:00:00.000Z');
const incident = (...facts: Fact[]): Incident => ({
  id: 'incident',
  areaId: 'area',
  ref: 'HV-1',
  personId: 'person',
  person: { ...unknownPerson, ageYears: 34, ageBasis: 'known', risks: [] },
  where: { text: 'Mill Road', district: 'North', position: { lat: 54, lon: 2 } },
  agreementId: 'agreement',
  facts: [opened, advised, detained, ...facts],
  revision: 1,
});
const arrived = fact(40, suite);
const there = incident(arrived);
const now = after(60);
const told = (draft: Fact, at = now): Fact => ({ ...draft, recordedAt: at });
const corrected = (old: Fact, minute: number): Fact => ({
  ...old,
  id: 'draft',
  happenedAt: after(minute),
  recordedAt: now,
  corrects: { factId: old.id, reason: '–' },
});

const changes = (before: Incident, draft: Fact, at = now) => {
  const seen = changesWith(before, draft, { agreement, now: at });
  if (refused(seen)) throw new Error(seen.message);
  return seen;
};

describe('what a fact would change, before it is sent', () => {
  it('is the end of the 24 hours, from and to, when an arrival is put right', () => {
    const { lines, alarms } = changes(there, corrected(arrived, 10));
    expect(lines).toContain('24-hour limit would end 02:10 Mon 23-Nov instead of 02:40 Mon 23-Nov.');
    expect(lines).toContain('Police handover would end 03:10 instead of 03:40.');
    expect(alarms).toBe(false);
  });

  it('is an alarm at once when the limit would be past already', () => {
    const late = after(40 + 24 * 60 - 5);
    const draft = { ...corrected(arrived, 10), recordedAt: late };
    expect(changes(there, draft, late).alarms).toBe(true);
  });

  it('is the state as well when a step is taken back', () => {
    const back = fact(60, { kind: 'recorded-in-error' }, { corrects: { factId: arrived.id, reason: '–' } });
    const { lines } = changes(there, back);
    expect(lines).toContain('24-hour limit would no longer run.');
    expect(lines).toContain('It would say “Detained, at scene” instead of “Arrived, police waiting”.');
  });

  it('speaks only of the law when something is newly told', () => {
    expect(changes(incident(), told(fact(40, suite))).lines).toEqual([
      '24-hour limit would run, and end 02:40 Mon 23-Nov.',
    ]);
  });

  it('moves the limit by another reading of its start, and starts no second one', () => {
    const claim = fact(15, { kind: 'start-contested', basis: 'police-custody-first', note: '' });
    expect(changes(there, told(claim)).lines).toEqual([
      '24-hour limit would end 02:15 Mon 23-Nov instead of 02:40 Mon 23-Nov.',
    ]);
  });

  it('is the refusal that it would meet', () => {
    const extension = fact(60, {
      kind: 'extended',
      minutes: 60,
      doctor: 'Dr Ash',
      ground: 'no-bed',
      reason: 'full',
    });
    expect(changesWith(there, extension, { agreement, now })).toMatchObject({ code: 'unlawful' });
    expect(changesWith(there, corrected(arrived, -5), { agreement, now: START })).toHaveProperty('code');
  });
});
