import type { Escalation } from '@concord/domain';
import { untouched } from '@concord/domain';
import { newsOf, soundOf, sounding } from './use-alarm-sound';

const now = '2026-11-22T02:30:00.000Z';
const [me, other] = [
  { userId: 'me', name: 'C. Merriweather' },
  { userId: 'other', name: 'J. Lanternby' },
];
const alarm = (more: Partial<Escalation> = {}): Escalation => ({
  id: 'escalation',
  areaId: 'area',
  incidentId: 'incident',
  incidentRef: 'HV-1001',
  placeId: null,
  clock: { kind: 'agreed', thresholdId: 'handover', label: 'Police handover' },
  subject: 'fact',
  startedAt: '2026-11-22T02:00:00.000Z',
  level: 'due',
  steps: [],
  ...untouched,
  revision: 1,
  ...more,
});
const heardAtMyDesk = (one: Escalation) => sounding([one], me.userId, now).length === 1;

describe('what sounds at a desk', () => {
  it.each<[string, Partial<Escalation>, boolean]>([
    ['an alarm that is nobody’s', {}, true],
    ['not one that somebody has', { ownedBy: other, ownedAt: now }, false],
    ['not one that I silenced', { silences: [{ who: me, at: now }] }, false],
    ['one that only a colleague silenced', { silences: [{ who: other, at: now }] }, true],
    [
      'not one put aside, until its time is up',
      { snooze: { by: other, at: now, until: '2026-11-22T02:31:00.000Z', why: 'Rings back' } },
      false,
    ],
    ['one whose time aside is up', { snooze: { by: other, at: now, until: now, why: 'Rings back' } }, true],
    ['not the question to a place how it is', { incidentId: null, placeId: 'place' }, false],
    ['a place that nobody knows of', { incidentId: null, placeId: 'place', level: 'over' }, true],
    ['not one that has ended', { resolvedAt: now }, false],
  ])('%s', (_what, more, sounds) => {
    expect(heardAtMyDesk(alarm(more))).toBe(sounds);
  });

  it('is high for what is over, for a limit in law, and where nobody was reached; medium for what is due', () => {
    const law: Escalation['clock'] = { kind: 'statutory', limit: 's136-permitted-period', label: '24 hours' };
    expect(soundOf([])).toBeUndefined();
    expect(soundOf([alarm()])).toBe('medium');
    expect(soundOf([alarm(), alarm({ level: 'over' })])).toBe('high');
    expect(soundOf([alarm({ level: 'over', placeId: 'place' })])).toBe('medium');
    expect(soundOf([alarm({ clock: law })])).toBe('high');
    expect(soundOf([alarm({ nobodyReachedAt: now })])).toBe('high');
  });

  it('is new with every step, and when its owner has gone quiet', () => {
    const quiet = alarm({ goneQuiet: [{ who: other, since: now, at: now }] });
    const step = { steps: [{} as Escalation['steps'][number]] };
    expect(new Set([alarm(), quiet, alarm(step), alarm({ level: 'over' })].map(newsOf)).size).toBe(4);
    expect(newsOf(alarm({ silences: [{ who: me, at: now }] }))).toBe(newsOf(alarm()));
  });
});
