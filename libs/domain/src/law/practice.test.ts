import { blankIncident, lived, told } from '../examples';
import { place } from '../place/examples';
import { nationReached, practiceIn, sectionCounted } from './practice';

describe('what the nation of a place fixes', () => {
  it('is a Code of its own for each, cited by paragraph only where that was read', () => {
    const { england, wales } = practiceIn;
    expect([england.code, england.startOfPeriod.paragraph]).toEqual([
      'Mental Health Act 1983: Code of Practice (England, 2015)',
      '16.26',
    ]);
    expect([wales.code, wales.startOfPeriod.paragraph]).toEqual([
      'Mental Health Act 1983: Code of Practice for Wales (2016)',
      null,
    ]);
    for (const { unverified } of Object.values(practiceIn)) expect(unverified.length).toBeGreaterThan(0);
  });

  it('is the return that the record feeds: the police one in both, the health one known for England alone', () => {
    expect(practiceIn.england.policeReturn).toBe(practiceIn.wales.policeReturn);
    expect(practiceIn.england.healthReturn?.legalStatus).toEqual({ s135: '19', s136: '20' });
    expect(practiceIn.wales.healthReturn).toBeNull();
  });

  it('is the language: Welsh is asked for in Wales', () => {
    expect(practiceIn.england.languages).toEqual(['english']);
    expect(practiceIn.wales.languages).toEqual(['english', 'welsh']);
  });

  it('follows the person over a border, and stays once the detention has ended', () => {
    const places = new Map([
      ['suite-1', place()],
      ['suite-2', place({ id: 'suite-2', nation: 'wales' })],
    ]);
    const there = lived(blankIncident, ['opened', 0], ['advice-sought', 5], ['detained', 10]);
    expect(nationReached(there.facts, places)).toBeUndefined();
    const first = told(there, 'arrived', 40);
    expect(nationReached(first.facts, places)).toBe('england');
    const over = {
      kind: 'arrived',
      placeId: 'suite-2',
      placeName: 'Yew',
      placeKind: 'suite',
      roomId: null,
    } as const;
    const moved = told(told(told(first, 'conveyance-started', 60), over, 80), 'outcome', 90);
    expect(nationReached(moved.facts, places)).toBe('wales');
    expect(nationReached(moved.facts, new Map())).toBeUndefined();
  });

  it.each([
    ['s136-removed', 's136'],
    ['s136-kept', 's136'],
    ['s135-1-removed', 's135'],
    ['s135-1-kept', 's135'],
    ['s135-2', undefined],
  ] as const)('counts %s under %p', (power, section) => {
    expect(sectionCounted(power)).toBe(section);
  });
});
