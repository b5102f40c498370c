import type { JournalEntry } from '@concord/contracts';
import type { Incident } from '@concord/domain';
import { MINUTE } from '../life/step';
import { Touched } from './touched';

const demoTime = Date.parse('2026-11-22T02:00:00.000Z');
const entry = (entityId: string): JournalEntry => ({
  revision: 9,
  ordinal: 0,
  at: new Date(demoTime).toISOString(),
  actor: { userId: 'u', name: 'Cass Merriweather' },
  command: 'record-fact',
  kind: 'incident',
  entityId,
  image: {},
  hash: '',
});
const incident = { id: 'one' } as Incident;

describe('what people have touched', () => {
  let real = 0;
  const begin = () => {
    real = 0;
    return new Touched(() => real);
  };

  it('is left to them for five minutes of the demo', () => {
    const touched = begin();
    expect(touched.freeFrom('one')).toBe(0);
    touched.by(entry('one'));
    expect(touched.freeFrom('one')).toBe(demoTime + 5 * MINUTE);
    expect(touched.freeFrom('another')).toBe(0);
  });

  it('is carried on with once nobody has come back to it for twenty real minutes', () => {
    const touched = begin();
    touched.by(entry('one'));
    real = 20 * MINUTE;
    expect(touched.lookForAbandoned([incident], demoTime)).toBe(false);
    real += 1;
    expect(touched.lookForAbandoned([incident], demoTime + MINUTE)).toBe(true);
    expect(touched.isAbandoned('one')).toBe(true);
    expect(touched.lookForAbandoned([incident], demoTime + 2 * MINUTE)).toBe(false);
  });

  it('is not dated back: the simulator acts from when it took over', () => {
    const touched = begin();
    real = 21 * MINUTE;
    touched.lookForAbandoned([incident], demoTime + 600 * MINUTE);
    expect(touched.freeFrom('one')).toBe(demoTime + 600 * MINUTE);
  });

  it('is theirs again as soon as they come back', () => {
    const touched = begin();
    real = 21 * MINUTE;
    touched.lookForAbandoned([incident], demoTime);
    touched.by(entry('one'));
    expect(touched.isAbandoned('one')).toBe(false);
  });
});
