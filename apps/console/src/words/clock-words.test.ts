import type { Fact, FactDetail, Incident } from '@concord/domain';
import { sampleAgreement, unknownPerson } from '@concord/domain';
import type { IncidentClock } from '../incidents/incident-clocks';
import { clocksOf, isLegal, levelOf, permittedPeriod } from '../incidents/incident-clocks';
import { advised, after, detained, fact, opened, station, suite } from '../record/test-facts';
import { badgeText, basisWords, stoppedWords } from './clock-words';

const agreement = sampleAgreement('area', 'agreement', '2026-01-01T00:00:00.000Z');
const clocks = (...facts: Fact[]): readonly IncidentClock[] =>
  clocksOf(
    {
      person: { ...unknownPerson, risks: [] },
      agreementId: 'agreement',
      facts: [opened, advised, detained, ...facts],
    } as unknown as Incident,
    agreement,
  );
const period = (...facts: Fact[]) => permittedPeriod(clocks(...facts));
const arrived = fact(72, suite);
const extension: FactDetail = {
  kind: 'extended',
  minutes: 360,
  doctor: 'Dr Ash',
  ground: 'persons-condition',
  reason: 'sedated',
};

describe('a legal clock', () => {
  it('says what it counts from and the rule', () => {
    const clock = period(arrived);
    expect(clock && basisWords(clock)).toBe('24 h from arrival 03:12 · MHA 1983 s136(2A)');
  });

  it('says by how much it was extended', () => {
    const clock = period(arrived, fact(600, extension));
    expect(clock?.endsAt).toBe(after(72 + 30 * 60));
    expect(clock && basisWords(clock)).toBe('24 h + 6 h from arrival 03:12 · MHA 1983 s136(2A)');
  });

  it('counts from the reading that governs', () => {
    const claim = fact(60, {
      kind: 'start-contested',
      basis: 'ambulance-outside-emergency-department',
      note: '',
    });
    const clock = period(arrived, claim);
    expect(clock && basisWords(clock)).toContain(
      'the ambulance queue outside the emergency department 03:00',
    );
  });

  it('is soon and due by the agreement’s own warnings, over at its end, and says what stopped it', () => {
    const clock = period(arrived) as IncidentClock;
    const end = 72 + 24 * 60;
    expect([60, 12 * 60 + 73, end - 30, end].map((minute) => levelOf(clock, after(minute)))).toEqual([
      'running',
      'soon',
      'due',
      'over',
    ]);
    const stopped = period(arrived, fact(200, { kind: 'outcome', code: 'no-mental-disorder', note: '' }));
    expect(stopped && stoppedWords(stopped)).toBe('after 2:08: No mental disorder found');
  });

  it('is one of several at a police station, each under its own rule', () => {
    const laws = clocks(fact(30, station)).filter(isLegal);
    expect(laws.map(({ law }) => law)).toEqual(['s136-permitted-period', 'station-check', 'station-review']);
    expect(laws[1] && basisWords(laws[1])).toBe(
      '30 min from the last check, or the arrival · SI 2017/1036 reg 4',
    );
  });
});

describe('an agreed clock', () => {
  it('says what was agreed and from when, and is never worded as law', () => {
    const handover = clocks(arrived).find(({ label }) => label === 'Police handover');
    expect(handover && basisWords(handover)).toBe('1 h agreed, from 03:12');
    expect(handover && badgeText('over', handover.endsAt, after(144))).toBe('OVER +0:12');
  });

  it('says what stopped it, and by how much it was over', () => {
    const accepted = fact(150, { kind: 'handed-over', acceptedBy: 'N. Osei' });
    const handover = clocks(arrived, accepted).find(({ label }) => label === 'Police handover');
    expect(handover && stoppedWords(handover)).toBe(
      'after 1:18, 0:18 over: Handed over. Accepted by N. Osei',
    );
  });
});
