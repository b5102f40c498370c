import * as fc from 'fast-check';
import { distanceKm, driveMinutes } from './place';

fc.configureGlobal({ seed: 1983 });

const position = fc.record({
  lat: fc.double({ min: 49.8, max: 55.9, noNaN: true }),
  lon: fc.double({ min: -6.4, max: 1.8, noNaN: true }),
});

describe('distance and drive', () => {
  // A degree of a great circle is 6371 km x pi / 180 = 111.195 km.
  it.each([
    ['nowhere', { lat: 54, lon: -2 }, { lat: 54, lon: -2 }, 0],
    ['one degree north', { lat: 54, lon: -2 }, { lat: 55, lon: -2 }, 111.195],
    ['one degree along the equator', { lat: 0, lon: 0 }, { lat: 0, lon: 1 }, 111.195],
    ['one degree east at 60 north, half as far', { lat: 60, lon: 0 }, { lat: 60, lon: 1 }, 55.597],
  ])('%s', (_where, from, to, km) => {
    expect(distanceKm(from, to)).toBeCloseTo(km, 2);
  });

  it('is as far there as back, and never negative', () => {
    fc.assert(
      fc.property(position, position, (a, b) => {
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 9);
        expect(distanceKm(a, b)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('estimates whole minutes by the road factor and speed agreed, and at least one', () => {
    const [from, to] = [
      { lat: 54, lon: -2 },
      { lat: 54.1, lon: -2 },
    ] as const;
    // 11.1195 km x 1.35 / 48 km/h x 60 = 18.76 min
    expect(driveMinutes(from, to, 1.35, 48)).toBe(19);
    expect(driveMinutes(from, to, 1, 60)).toBe(11);
    expect(driveMinutes(from, from, 1.35, 48)).toBe(1);
  });
});
