import {
  after,
  agreement,
  blankIncident,
  details,
  granted,
  lived,
  refusalOf,
  takenBack,
  tell,
  told,
} from '../examples';
import { deadlinesOf } from '../escalation/deadline';
import type { Incident } from '../incident/incident';
import { statutoryLimit } from './statutory-limit';

/** In the ambulance outside from 20, through the door at 95. */
const inEd = { ...details.arrived, placeKind: 'emergency-department', placeId: 'ed-1' } as const;
const arrived = lived(blankIncident, ['opened', 0], ['advice-sought', 2], ['detained', 10], [inEd, 95]);
const contested = told(arrived, 'start-contested', 20, { toldAt: 200, id: 'outside' });
const adopt = (incident: Incident, startFactId: string, minute = 300, id = 'adopted') =>
  tell(incident, { ...details['reading-adopted'], startFactId }, minute, { id });

const limitOf = ({ facts }: Incident) => statutoryLimit(facts);
const alarmAt = (incident: Incident) =>
  deadlinesOf(incident, agreement).find(
    ({ clock, level }) => clock.label === '24-hour limit' && level === 'over',
  )?.dueAt;

describe('a start of the 24 hours that the law can be read to put elsewhere', () => {
  it('is shown beside the recorded one, each with its own expiry and basis', () => {
    expect(limitOf(contested)?.readings).toEqual([
      {
        startedAt: after(20),
        endsAt: after(20 + 1440),
        basis: 'ambulance-outside-emergency-department',
        startedBy: 'outside',
      },
      {
        startedAt: after(95),
        endsAt: after(95 + 1440),
        basis: 'arrived-at-first-place-of-safety',
        startedBy: 'fact-4',
      },
    ]);
  });

  it('governs when it is the earlier, and the alarms follow it', () => {
    expect(limitOf(contested)).toMatchObject({ startedAt: after(20), startedBy: 'outside', adoptedBy: null });
    expect(alarmAt(contested)).toBe(after(20 + 1440));
  });

  it('changes nothing when it is the later, but stays on record', () => {
    const later = told(arrived, { ...details['start-contested'], basis: 'other' }, 120, { toldAt: 200 });
    expect(limitOf(later)).toMatchObject({ startedAt: after(95), startedBy: 'fact-4' });
    expect(limitOf(later)?.readings).toHaveLength(2);
    expect(alarmAt(later)).toBe(after(95 + 1440));
  });

  it('gives way to the reading that the organisation adopts, and the alarms follow that', () => {
    const adopted = granted(adopt(contested, 'fact-4'));
    expect(limitOf(adopted)).toMatchObject({ startedAt: after(95), adoptedBy: 'adopted' });
    expect(limitOf(adopted)?.readings).toHaveLength(2);
    expect(alarmAt(adopted)).toBe(after(95 + 1440));
  });

  it('may be the one adopted; the latest adoption counts, and the earliest governs again when it is taken back', () => {
    const first = granted(adopt(contested, 'fact-4'));
    const second = granted(adopt(first, 'outside', 320, 'again'));
    expect(limitOf(second)).toMatchObject({ startedAt: after(20), adoptedBy: 'again' });
    expect(limitOf(granted(takenBack(first, 'adopted', 330)))).toMatchObject({
      startedAt: after(20),
      adoptedBy: null,
    });
  });

  it('can be told of police custody first, before the suite', () => {
    const custody = { ...details['start-contested'], basis: 'police-custody-first' } as const;
    expect(limitOf(told(arrived, custody, 30, { toldAt: 200 }))).toMatchObject({
      startedAt: after(30),
      basis: 'police-custody-first',
    });
  });

  it('can be told before any arrival is on record: the clock runs from it', () => {
    const outside = lived(
      blankIncident,
      ['opened', 0],
      ['advice-sought', 2],
      ['detained', 10],
      ['start-contested', 20],
    );
    expect(limitOf(outside)).toMatchObject({ startedAt: after(20), readings: [{}] });
  });

  it('cannot be before the detention began', () => {
    expect(refusalOf(tell(arrived, 'start-contested', 5, { toldAt: 200 }))).toMatchObject({
      code: 'time-impossible',
      details: { follows: 'detained' },
    });
  });

  it('can still be claimed, and decided, once the record is closed', () => {
    const closed = told(told(arrived, 'outcome', 400), 'closed', 410);
    const claimed = told(closed, 'start-contested', 20, { toldAt: 5000, id: 'outside' });
    expect(limitOf(claimed)).toMatchObject({ startedAt: after(20), endedAt: after(400) });
    expect(limitOf(granted(adopt(claimed, 'fact-4', 5010)))?.startedAt).toBe(after(95));
  });

  it('keeps the adopted reading when the fact behind it is put right', () => {
    const adopted = granted(adopt(contested, 'fact-4'));
    const corrected = told(adopted, inEd, 90, { toldAt: 400, corrects: 'fact-4', id: 'door-log' });
    expect(limitOf(corrected)).toMatchObject({
      startedAt: after(90),
      startedBy: 'fact-4',
      adoptedBy: 'adopted',
    });
  });

  it.each([
    ['there is only one reading', arrived, 'fact-4'],
    ['the fact is no reading', contested, 'fact-3'],
    ['there is no such fact', contested, 'nothing'],
  ])('cannot be decided when %s', (_why, incident, startFactId) => {
    expect(refusalOf(adopt(incident, startFactId))).toMatchObject({
      code: 'not-allowed-in-this-state',
      details: { field: 'startFactId' },
    });
  });
});

describe('an arrival for which the two agencies give different times', () => {
  const byPolice = told(
    lived(blankIncident, ['opened', 0], ['advice-sought', 2], ['detained', 10]),
    inEd,
    95,
    {
      side: 'police',
      id: 'arrival',
    },
  );
  const says = (minute: number, id: string, incident = byPolice) =>
    told(incident, { ...details.disputed, factId: 'arrival', saysAt: after(minute) }, 200 + minute, {
      side: 'health',
      id,
    });

  it("governs the law by the earlier, whatever the agreement's rule for its own clocks", () => {
    expect(limitOf(says(80, 'earlier'))).toMatchObject({
      startedAt: after(80),
      basis: 'disputed-arrival',
      startedBy: 'earlier',
    });
    expect(limitOf(says(110, 'later'))).toMatchObject({ startedAt: after(95), startedBy: 'arrival' });
  });

  it("counts only a side's latest word", () => {
    const twice = says(90, 'second', says(40, 'first'));
    expect(limitOf(twice)?.readings.map(({ startedAt }) => startedAt)).toEqual([after(90), after(95)]);
  });

  it('is one time again when that side confirms, or the record is put right to what it says', () => {
    const disputed = says(80, 'earlier');
    const confirmed = told(disputed, { ...details.confirmed, factId: 'arrival' }, 400, { side: 'health' });
    expect(limitOf(confirmed)?.readings).toHaveLength(1);
    const corrected = told(disputed, inEd, 80, { toldAt: 400, corrects: 'arrival', side: 'police' });
    expect(limitOf(corrected)).toMatchObject({ startedAt: after(80), startedBy: 'arrival' });
    expect(limitOf(corrected)?.readings).toHaveLength(1);
  });

  it('can be decided for either side', () => {
    const adopted = granted(adopt(says(80, 'earlier'), 'arrival', 500));
    expect(limitOf(adopted)).toMatchObject({ startedAt: after(95), adoptedBy: 'adopted' });
  });
});
