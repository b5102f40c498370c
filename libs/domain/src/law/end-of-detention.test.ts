import { details, factAt, history, refusalOf, START, after } from '../examples';
import type { Fact } from '../incident/fact';
import type { OutcomeCode } from '../incident/fact-codes';
import { impossibleEnding } from './end-of-detention';

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
