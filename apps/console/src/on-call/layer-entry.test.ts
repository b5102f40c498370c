import { entryOf, readHours, saidLayer, writtenHours } from './layer-entry';

describe('hours of the week as people type them', () => {
  it.each([
    ['', []],
    ['Mon-Fri 09:00-17:00', [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }]],
    ['fri-mon 22:00 to 06:00', [{ days: [5, 6, 7, 1], from: '22:00', to: '06:00' }]],
    [
      'Mon Wed 09:00-12:00; Saturday 10:00–14:00',
      [
        { days: [1, 3], from: '09:00', to: '12:00' },
        { days: [6], from: '10:00', to: '14:00' },
      ],
    ],
  ])('“%s”', (text, hours) => {
    expect(readHours(text)).toEqual(hours);
  });

  it.each(['09:00-17:00', 'Mon-Fri', 'Mon-Xyz 09:00-17:00', 'Mon 9-17'])('“%s” cannot be read', (text) => {
    expect(readHours(text)).toBeUndefined();
  });

  it('are written as they would be typed', () => {
    const hours = [
      { days: [1, 2, 3, 4, 5] as const, from: '09:00', to: '17:00' },
      { days: [6] as const, from: '10:00', to: '14:00' },
    ];
    expect(writtenHours(hours)).toBe('Mon-Fri 09:00-17:00; Sat 10:00-14:00');
    expect(readHours(writtenHours(hours))).toEqual(hours);
  });
});

describe('a layer in a form', () => {
  it('begins with turns of twelve hours from today, and is said as it was typed', () => {
    const entry = { ...entryOf(undefined, '2026-11-22'), name: ' Nights ', members: ['ada'] };
    expect(saidLayer(entry)).toEqual({
      name: 'Nights',
      members: ['ada'],
      width: 1,
      every: 'days',
      count: 1,
      handoversAt: ['08:00', '20:00'],
      from: '2026-11-22',
      hours: [],
    });
  });
});
