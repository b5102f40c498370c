import * as fc from 'fast-check';
import { calendarText, folded } from './calendar-text';

fc.configureGlobal({ seed: 1983 });

const unfolded = (text: string): string => text.replace(/\r\n[ \t]/g, '');
const octetsOf = (text: string): number[] => text.split('\r\n').map((line) => Buffer.byteLength(line));

describe('a calendar', () => {
  const name =
    'Nächtliche Rufbereitschaft für Ärzte: Süd und West, Überlandfahrten, 日本語 日本語 日本語 🚑🚑🚑🚑🚑🚑🚑';

  it('has no line of more than 75 octets, whatever people and rotas are called, and loses none of a name', () => {
    const entry = {
      uid: 'turn@concord',
      from: '2026-11-22T08:00:00.000Z',
      to: '2026-11-22T20:00:00.000Z',
      title: name,
    };
    const text = calendarText(name, [entry]);
    expect(Math.max(...octetsOf(text))).toBeLessThanOrEqual(75);
    expect(unfolded(text)).toContain(`SUMMARY:${name.replace(/,/g, '\\,')}\r\n`);
  });

  it('can be read with its lines put together again: no character is cut in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (said) => {
        const line = said.replace(/[\r\n]/g, '');
        const lines = Buffer.from(folded(line)).toString();
        expect(unfolded(lines)).toBe(line);
        expect(Math.max(...octetsOf(lines))).toBeLessThanOrEqual(75);
      }),
    );
  });
});
