import { rota } from './examples';
import type { Rota } from './rota';
import { answersFor } from './rota';

describe('who answers for a place', () => {
  const elm = { id: 'elm', district: 'Harrowdale' };
  it.each<[string, Partial<Rota>, boolean]>([
    ['a rota for all places', {}, true],
    ['the rota of this very place', { placeIds: ['elm'] }, true],
    ['not the rota of another', { placeIds: ['oak'] }, false],
    ['a rota of its district', { districts: ['Harrowdale'] }, true],
    ['not one of another district', { districts: ['The Vale'], placeIds: ['elm'] }, false],
  ])('%s', (_what, more, expected) => {
    expect(answersFor(rota(more), elm)).toBe(expected);
  });
});
