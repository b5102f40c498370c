import { readTimeEntry } from './time-entry';

const now = '2026-11-22T02:14:08.000Z';
const at = (typed: string, from = now) => readTimeEntry(typed, from);

describe('a typed time', () => {
  it('is now when nothing or "now" is typed', () => {
    expect(at('')).toEqual({ at: now });
    expect(at(' now ')).toEqual({ at: now });
  });

  it('may be minutes ago', () => {
    expect(at('-10')).toEqual({ at: '2026-11-22T02:04:08.000Z' });
    expect(at('-10m')).toEqual({ at: '2026-11-22T02:04:08.000Z' });
  });

  it('may be a time of day, in four figures or with a colon', () => {
    const expected = { at: '2026-11-22T01:31:00.000Z' };
    expect(at('0131')).toEqual(expected);
    expect(at('01:31')).toEqual(expected);
    expect(at('1.31')).toEqual(expected);
  });

  it('is last night when that was a few hours ago', () => {
    expect(at('2350')).toEqual({ at: '2026-11-21T23:50:00.000Z' });
  });

  it('is refused when it is still to come, and says how to mean yesterday', () => {
    expect(at('0312')).toEqual({ problem: '03:12 is still to come today. For yesterday write 03:12 y.' });
    expect(at('0312 y')).toEqual({ at: '2026-11-21T03:12:00.000Z' });
    expect(at('+5')).toHaveProperty('problem');
  });

  it.each(['3', '31', '312'])('is refused when it could mean two things: %s', (typed) => {
    expect(at(typed)).toHaveProperty('problem', expect.stringContaining('could mean two things'));
  });

  it.each(['2460', '0399', 'soon', '-', '3:1'])('is refused when it is no time: %s', (typed) => {
    expect(at(typed)).toHaveProperty('problem');
  });

  it('names its zone in the hour that happens twice', () => {
    const night = '2026-10-25T02:10:00.000Z';
    expect(at('0130', night)).toEqual({
      problem: '01:30 happened twice that night. Write 01:30 BST or 01:30 GMT.',
    });
    expect(at('0130 BST', night)).toEqual({ at: '2026-10-25T00:30:00.000Z' });
    expect(at('0130 gmt', night)).toEqual({ at: '2026-10-25T01:30:00.000Z' });
  });

  it('is refused in the hour that does not happen', () => {
    expect(at('0130', '2026-03-29T02:10:00.000Z')).toEqual({
      problem: 'There was no 01:30 that night: the clocks went forward.',
    });
  });
});
