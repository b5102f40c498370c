import {
  after,
  agreement,
  blankIncident,
  details,
  factAt,
  granted,
  history,
  lived,
  refusalOf,
  START,
  tell,
  told,
  wayTo,
} from '../examples';
import { deadlinesOf } from '../escalation/deadline';
import type { Fact, FactDetail } from '../incident/fact';
import type { OutcomeCode } from '../incident/fact-codes';
import { stateOf } from '../incident/history';
import type { Incident } from '../incident/incident';
import { impossibleEnding, letsGo } from './end-of-detention';

const ending = (code: OutcomeCode, at = after(300)) => factAt({ ...details.outcome, code }, at);

const onTheWay = history('opened', 'advice-sought', 'detained', 'conveyance-started');
const there = history('opened', 'advice-sought', 'detained', 'arrived');
const assessed = history('opened', 'advice-sought', 'detained', 'arrived', 'assessment-started');

/** Endings that depend on neither the time, nor on where the person is. */
type Plain = Exclude<OutcomeCode, 'expired-unassessed' | 'released-before-arrival' | 'absconded-not-retaken'>;

/** What must be on record before each ending. */
const needed: Readonly<Record<Plain, readonly string[]>> = {
  'informal-admission': ['arrived', 'assessment-started'],
  'section-2': ['arrived', 'assessment-started'],
  'section-3': ['arrived', 'assessment-started'],
  'section-4': ['arrived', 'assessment-started'],
  'discharged-with-follow-up': ['arrived', 'assessment-started'],
  'discharged-no-follow-up': ['arrived', 'assessment-started'],
  'cto-recall': ['arrived'],
  'emergency-department-admission': ['arrived'],
  'no-mental-disorder': [],
  'awol-return': [],
  'criminal-justice': [],
  transferred: [],
};

describe.each(Object.entries(needed) as [Plain, readonly string[]][])(
  'a detention that ends in %s',
  (code, needs) => {
    it.each<[string, readonly Fact[], readonly string[]]>([
      ['on the way', onTheWay, []],
      ['at a place of safety, not yet assessed', there, ['arrived']],
      ['after an assessment has begun', assessed, ['arrived', 'assessment-started']],
    ])(`needs ${needs.join(' and ') || 'nothing more'}: %s`, (_when, facts, onRecord) => {
      const missing = needs.filter((need) => !onRecord.includes(need));
      const no = impossibleEnding(facts, ending(code));
      if (missing.length === 0) expect(no).toBeUndefined();
      else {
        expect(refusalOf(no)).toMatchObject({
          code: 'not-allowed-in-this-state',
          rule: 'Mental Health Act 1983 s136(2)',
          details: { record: missing },
        });
      }
    });
  },
);

describe('a detention that ends because the 24 hours ran out', () => {
  const arrivedAtStart = [factAt(details.detained, START), factAt(details.arrived, START)];

  it.each([
    ['a minute early', 24 * 60 - 1, false],
    ['at the very minute', 24 * 60, true],
    ['an hour late, an unlawful detention and no less so', 25 * 60, true],
  ])('is recorded only once they have: %s', (_when, minutes, may) => {
    const no = impossibleEnding(arrivedAtStart, ending('expired-unassessed', after(minutes)));
    if (may) expect(no).toBeUndefined();
    else
      expect(refusalOf(no)).toMatchObject({
        code: 'time-impossible',
        details: { notBefore: after(24 * 60) },
      });
  });

  it('cannot have happened before they began', () => {
    expect(refusalOf(impossibleEnding(onTheWay, ending('expired-unassessed'))).message).toContain(
      'not started',
    );
  });

  it('can have happened to somebody kept where they were, whose arrival nobody recorded', () => {
    const kept = [factAt({ ...details.detained, power: 's136-kept' }, START)];
    expect(impossibleEnding(kept, ending('expired-unassessed', after(24 * 60)))).toBeUndefined();
  });
});

describe('a detention that ends with somebody absent, or never arrived', () => {
  const gone = lived(blankIncident, ...wayTo.absconded);
  const onTheRoad = lived(blankIncident, ...wayTo.conveying);
  const end = (incident: Incident, code: OutcomeCode) => tell(incident, { ...details.outcome, code }, 60);

  it('ends as "absconded, not retaken" only while they are absent', () => {
    expect(stateOf(granted(end(gone, 'absconded-not-retaken')).facts)).toBe('concluded');
    expect(refusalOf(end(onTheRoad, 'absconded-not-retaken'))).toMatchObject({ details: { field: 'code' } });
  });

  it.each<OutcomeCode>(['no-mental-disorder', 'criminal-justice', 'transferred'])(
    'does not end as %s while they are absent: say first whether they were retaken',
    (code) => {
      expect(refusalOf(end(gone, code))).toMatchObject({
        code: 'not-allowed-in-this-state',
        rule: 'Mental Health Act 1983 s138(3)',
      });
    },
  );

  it('ends by the 24 hours running out, absent or not', () => {
    const expired = { ...details.outcome, code: 'expired-unassessed' } as const;
    expect(granted(tell(gone, expired, 3 + 24 * 60)).facts).toHaveLength(6);
  });

  it('ends as "released before arrival" only before any arrival', () => {
    expect(stateOf(granted(end(onTheRoad, 'released-before-arrival')).facts)).toBe('concluded');
    expect(refusalOf(end(lived(blankIncident, ...wayTo.arrived), 'released-before-arrival'))).toMatchObject({
      code: 'not-allowed-in-this-state',
      details: { arrivedAt: after(4) },
    });
  });
});

describe('a detention ended by a doctor', () => {
  const arrived = lived(blankIncident, ...wayTo.arrived);
  const found = (section12: boolean, whyNot: string): FactDetail => ({
    ...details.outcome,
    code: 'no-mental-disorder',
    doctor: { name: 'Dr Sam Holt', section12, whyNot },
  });

  it('who finds no mental disorder ends at once, before any AMHP has come: every clock stops', () => {
    const ended = granted(tell(arrived, found(true, ''), 60));
    expect(stateOf(ended.facts)).toBe('concluded');
    expect(deadlinesOf(ended, agreement)).toEqual([]);
  });

  it('who is not approved under section 12 needs a reason on record', () => {
    expect(refusalOf(tell(arrived, found(false, ' '), 60))).toMatchObject({
      code: 'reason-needed',
      details: { field: 'doctor.whyNot' },
    });
    expect(tell(arrived, found(false, 'None on the rota before noon.'), 60)).toHaveProperty('facts');
  });
});

describe('the end of the 24 hours, where they were extended or their start is contested', () => {
  const expired = { ...details.outcome, code: 'expired-unassessed' } as const;
  const arrived = lived(blankIncident, ...wayTo.arrived);

  it('comes only when the extension has run out', () => {
    const extended = told(arrived, details.extended, 60);
    expect(refusalOf(tell(extended, expired, 4 + 24 * 60)).details).toMatchObject({
      notBefore: after(4 + 30 * 60),
    });
    expect(tell(extended, expired, 4 + 30 * 60)).toHaveProperty('facts');
  });

  it('comes by the reading that governs', () => {
    const early = lived(blankIncident, ...wayTo.conveying, ['arrived', 60]);
    const contested = told(early, 'start-contested', 20, { toldAt: 90 });
    expect(tell(early, expired, 20 + 24 * 60)).toHaveProperty('refused');
    expect(tell(contested, expired, 20 + 24 * 60)).toHaveProperty('facts');
  });

  it('never comes under s135(2), which has no such limit', () => {
    const retaken = lived(
      blankIncident,
      'opened',
      { ...details['warrant-entered'], warrant: 's135-2' },
      { ...details.detained, power: 's135-2' },
      'arrived',
    );
    expect(refusalOf(tell(retaken, expired, 9000)).message).toContain('not started');
    expect(tell(retaken, { ...details.outcome, code: 'awol-return' }, 9000)).toHaveProperty('facts');
  });
});

describe('being let go', () => {
  it('is at once, with help only offered, where nothing has been arranged', () => {
    expect(letsGo('no-mental-disorder')).toBe(true);
    expect(letsGo('expired-unassessed')).toBe(true);
    expect(letsGo('section-2')).toBe(false);
    expect(letsGo('discharged-with-follow-up')).toBe(false);
  });
});
