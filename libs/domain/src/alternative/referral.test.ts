import {
  after,
  blankIncident,
  details,
  granted,
  lived,
  nurse,
  refusalOf,
  takenBack,
  tell,
  wayTo,
} from '../examples';
import { alternative } from '../test-support/an-alternative';
import type { Incident } from '../incident/incident';
import { refused } from '../refusal';
import { confirmPlaces, countPlaces, hasCome, placesLeft } from './alternative';
import { expectedFrom, expecting } from './referral';

const referred = lived(blankIncident, 'opened', 'referred');
const answer = (said: 'expected' | 'declined' | 'arrived' | 'did-not-come') => ({
  ...details['referral-answered'],
  referralId: 'fact-2',
  answer: said,
});
const whom = (incident: Incident) =>
  [...expectedFrom(incident).values()].flat().map(({ referralId, acceptedBy }) => [referralId, acceptedBy]);
const said = { at: after(30), by: nurse, source: 'site' as const };

describe('whom an alternative may expect', () => {
  it('everybody referred, from then on, by the one who said so', () => {
    expect([...expectedFrom(referred)]).toEqual([
      [
        'cafe-1',
        [
          {
            referralId: 'fact-2',
            incidentId: 'incident-1',
            incidentRef: 'HV-1001',
            referredAt: after(1),
            by: { userId: 'morgan-reyes', name: 'Morgan Reyes' },
            how: 'telephone',
            acceptedBy: null,
          },
        ],
      ],
    ]);
  });

  it('says who takes them, once somebody there has', () => {
    expect(whom(granted(tell(referred, answer('expected'), 3)))).toEqual([['fact-2', 'Morgan Reyes']]);
  });

  it.each(['declined', 'arrived', 'did-not-come'] as const)('nobody any more who has %s', (said) => {
    expect(whom(granted(tell(referred, answer(said), 3)))).toEqual([]);
  });

  it.each<[string, Parameters<typeof lived>[1][]]>([
    [
      'was detained after all',
      [
        ['advice-sought', 5],
        ['detained', 6],
      ],
    ],
    ['went home instead', [[{ ...details.diverted, to: 'family-or-gp' }, 5]]],
    ['went to another of the kind', [[{ ...details.diverted, alternativeId: 'cafe-2' }, 5]]],
    ['was a record made in error', [['incident-in-error', 5]]],
  ])('nobody who %s', (_what, then) => {
    expect(whom(lived(referred, ...then))).toEqual([]);
  });

  it.each([
    ['said to have gone there', { ...details.diverted, alternativeId: 'cafe-1' }],
    ['said to have gone to one of its kind', details.diverted],
  ])('still somebody %s', (_what, diverted) => {
    expect(whom(granted(tell(referred, diverted, 3)))).toHaveLength(1);
  });

  it('nobody whose referral was taken back; a referral put right is the same one', () => {
    expect(whom(granted(takenBack(referred, 'fact-2', 5)))).toEqual([]);
    const right = tell(referred, { ...details.referred, acceptedBy: 'Pip' }, 1, {
      toldAt: 4,
      corrects: 'fact-2',
    });
    expect(whom(granted(right))).toEqual([['fact-2', 'Pip']]);
  });

  it('somebody referred after their release, and not the referral from before the detention', () => {
    const released = lived(blankIncident, ...wayTo.concluded, 'referred');
    expect(whom(released)).toHaveLength(1);
  });
});

describe('somebody detained must be at a place of safety (MHA 1983 s136)', () => {
  it.each(['detained', 'conveying', 'arrived', 'handed-over', 'assessing', 'absconded'] as const)(
    'a referral of somebody %s is refused, with the rule',
    (state) => {
      const refusal = refusalOf(tell(lived(blankIncident, ...wayTo[state]), 'referred', 20));
      expect(refusal).toMatchObject({
        code: 'unlawful',
        rule: 'Mental Health Act 1983 s135(6), s136(1)-(2)',
      });
      expect(refusal.message).toMatch(/^The Lamp is not a place of safety/);
    },
  );

  it('one made before, and only told of now, goes on the record', () => {
    const detained = lived(blankIncident, 'opened', ['advice-sought', 5], ['detained', 10]);
    expect(refused(tell(detained, 'referred', 3, { toldAt: 20 }))).toBe(false);
  });
});

describe('places of an alternative', () => {
  const at = expecting(alternative(), referred);

  it('one referred takes a place until they are counted again, whoever comes', () => {
    expect(placesLeft(at)).toBe(1);
    expect(placesLeft(granted(countPlaces(at, 2, said)))).toBe(2);
    expect(placesLeft(granted(confirmPlaces(at, said)))).toBe(1);
    expect(placesLeft(hasCome(at, 'fact-2'))).toBe(1);
    expect(placesLeft(hasCome(granted(countPlaces(at, 2, said)), 'fact-2'))).toBe(2);
    expect(placesLeft(expecting(at, granted(takenBack(referred, 'fact-2', 5))))).toBe(2);
  });

  it('one who does not come gives the place back, however often "nothing has changed" was said meanwhile', () => {
    const last = expecting(alternative({ capacity: { left: 1, observed: said } }), referred);
    const confirmed = granted(confirmPlaces(last, said));
    expect(placesLeft(confirmed)).toBe(0);
    expect(placesLeft(expecting(confirmed, granted(tell(referred, answer('did-not-come'), 3))))).toBe(1);
    expect(placesLeft(hasCome(confirmed, 'fact-2'))).toBe(0);
  });

  it('a count keeps those expected counted when their record changes', () => {
    const counted = granted(countPlaces(at, 2, said));
    expect(expecting(counted, granted(tell(referred, answer('expected'), 3))).expected).toMatchObject([
      { uncounted: false, acceptedBy: 'Morgan Reyes' },
    ]);
  });

  it('are never more than it has, and none where none are counted', () => {
    expect(refusalOf(countPlaces(at, 5, said))).toMatchObject({
      code: 'place-unfit',
      details: { atMost: 4 },
    });
    const line = alternative({ kind: 'helpline', places: null, capacity: null });
    expect(refusalOf(countPlaces(line, 1, said))).toMatchObject({ code: 'not-allowed-in-this-state' });
    expect(expecting(line, referred).expected).toMatchObject([{ uncounted: false }]);
    expect(placesLeft(line)).toBeNull();
  });
});
