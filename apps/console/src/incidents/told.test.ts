import { isLate, onMyWord, toldToSend } from './told';

const now = '2026-11-22T02:14:08.000Z';

describe('how a fact came to be told', () => {
  it('is asked only of what happened more than a quarter of an hour ago', () => {
    expect(isLate('now', now)).toBe(false);
    expect(isLate('-15', now)).toBe(false);
    expect(isLate('-16', now)).toBe(true);
    expect(isLate('yesterday 2350', now)).toBe(true);
    expect(isLate('soon', now)).toBe(false);
  });

  it('says nothing when it is my own word, as it happened', () => {
    expect(toldToSend(onMyWord, '0131', now)).toEqual({});
  });

  it('says on whose word, and why late only while it is late', () => {
    const told = { late: 'paper', source: ' PC 4411 ' } as const;
    expect(toldToSend(told, '0131', now)).toEqual({ late: 'paper', source: 'PC 4411' });
    expect(toldToSend(told, '-5', now)).toEqual({ source: 'PC 4411' });
  });
});
