import type { Room, ToldStatus } from '@concord/domain';
import { caveat, tellerWords, toldWords } from './told-words';

const rooms = new Map([['room-1', { name: 'Elm 1' } as Room]]);
const told: ToldStatus = {
  id: 'told-1',
  areaId: 'area-1',
  placeId: 'elm',
  said: [
    { of: 'room', roomId: 'room-1', state: 'closed', closedReason: 'damage' },
    { of: 'staffing', staffedFor: 2 },
  ],
  confirmed: false,
  observedAt: '2026-11-22T02:00:00.000Z',
  recordedAt: '2026-11-22T02:00:30.000Z',
  by: { userId: 'nurse', name: 'Perrin Oakapple' },
  source: 'site',
  tookEffect: true,
  takenBackAt: null,
  revision: 1,
};

describe('one line of what was said of a place', () => {
  it.each<[string, Partial<ToldStatus>, string]>([
    ['each thing that was said', {}, 'Elm 1 closed (damage), staff for 2'],
    [
      'that nothing has changed, and what that was',
      { confirmed: true },
      'Nothing has changed: Elm 1 closed (damage), staff for 2',
    ],
    [
      'that nothing had changed, when all of it has been said anew since',
      { confirmed: true, said: [] },
      'Nothing had changed',
    ],
    [
      'how hard a department is pressed',
      { said: [{ of: 'pressure', state: 'escalated' }] },
      'formally escalated',
    ],
  ])('says %s', (_what, more, words) => {
    expect(toldWords({ ...told, ...more }, rooms)).toBe(words);
  });

  it.each<[string, Partial<ToldStatus>, string]>([
    ['the site itself', {}, 'Perrin Oakapple, at the site'],
    [
      'a telephone check, put down later',
      { source: 'telephone', recordedAt: '2026-11-22T02:09:00.000Z' },
      'Perrin Oakapple, by telephone, told 02:09',
    ],
    ['the record', { source: 'system' }, 'Concord'],
  ])('names whose word it is: %s', (_what, more, words) => {
    expect(tellerWords({ ...told, ...more })).toBe(words);
  });

  it('says what did not stand, and why', () => {
    expect(caveat(told)).toBeUndefined();
    expect(caveat({ ...told, tookEffect: false })).toBe('Came after newer word: changed nothing');
    expect(caveat({ ...told, takenBackAt: '2026-11-22T02:10:00.000Z' })).toBe('A slip, taken back 02:10');
  });
});
