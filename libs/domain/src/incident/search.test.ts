import { after, details } from '../examples';
import type { Fact, FactDetail } from './fact';
import { acceptedInstead, hasArrivedSince } from './search';

const told = (...all: readonly (readonly [number, FactDetail])[]): Fact[] =>
  all.map(([minute, detail], n) => ({
    ...detail,
    ...{ id: `fact-${n}`, happenedAt: after(minute), recordedAt: after(minute) },
    by: { userId: 'u', name: 'Nia Patel' },
  }));
const accepted = (holdId: string): FactDetail => ({
  kind: 'hold-accepted',
  holdId,
  placeId: `suite of ${holdId}`,
});
const released = (holdId: string): FactDetail => ({
  kind: 'hold-released',
  holdId,
  placeId: 's',
  reason: '',
});
const refused = (holdId: string): FactDetail => ({ ...details['hold-refused'], holdId });

describe('who took the person before a suite could answer', () => {
  it('is whoever accepted in the moment in which its hold was given back', () => {
    const facts = told([5, accepted('a')], [5, released('b')], [5, released('c')]);
    for (const other of ['b', 'c']) expect(acceptedInstead(facts, other)).toMatchObject({ holdId: 'a' });
    expect(acceptedInstead(facts, 'a')).toBeUndefined();
  });

  it('is nobody where it was given back for another reason, or is not ended', () => {
    expect(
      acceptedInstead(told([5, accepted('a')], [9, released('a')], [9, released('b')]), 'b'),
    ).toBeUndefined();
    expect(acceptedInstead(told([5, accepted('a')], [9, released('b')]), 'b')).toBeUndefined();
    expect(acceptedInstead(told([5, accepted('a')]), 'b')).toBeUndefined();
  });
});

describe('an arrival since a refusal', () => {
  const arrived = details['arrived'];

  it('is one told after it, in the same minute too', () => {
    expect(hasArrivedSince(told([5, refused('a')], [5, arrived]), 'a')).toBe(true);
    expect(hasArrivedSince(told([5, refused('a')], [90, arrived]), 'a')).toBe(true);
  });

  it('is not one before it', () => {
    expect(hasArrivedSince(told([1, arrived], [5, refused('a')]), 'a')).toBe(false);
    expect(hasArrivedSince(told([5, refused('b')], [9, arrived]), 'a')).toBe(false);
  });
});
