import { after, agreement, nurse } from '../examples';
import { alternative } from '../test-support/an-alternative';
import type { Alternative } from './alternative';
import { alternativeDeadlines } from './alternative-clock';
import { everyDay } from './opening-hours';

const said = (minute: number) => ({ at: after(minute), by: nurse, source: 'site' as const });
const due = (more: Partial<Alternative>) =>
  alternativeDeadlines(alternative(more), agreement.freshness).map(({ point, dueAt, step }) => [
    point,
    dueAt,
    step.duties[0],
  ]);

describe('the clock on what an alternative says of its places', () => {
  it('asks its own staff first, then tells whoever is told of places', () => {
    expect(due({ capacity: { left: 2, observed: said(0) } })).toEqual([
      ['confirm', after(30), 'alternative-staff'],
      ['unknown', after(60), agreement.freshness.unknownDuties[0]],
    ]);
  });

  it('runs on from the opening of its doors where they are shut by then', () => {
    const hours = everyDay('18:00', '02:40');
    expect(due({ hours, capacity: { left: 2, observed: said(0) } }).map(([, at]) => at)).toEqual([
      after(30),
      after(17 * 60),
    ]);
  });

  it('runs on from the end of what it was called off for', () => {
    const shut = { reason: 'no staff', until: after(90), observed: said(0) };
    expect(due({ shut, capacity: { left: 2, observed: said(0) } }).map(([, at]) => at)).toEqual([
      after(120),
      after(150),
    ]);
  });

  it.each<[string, Partial<Alternative>]>([
    ['counts no places', { places: null, capacity: null }],
    ['has never said', { capacity: null }],
    [
      'is called off and never closes by the clock',
      { shut: { reason: 'flood', until: null, observed: said(5) } },
    ],
  ])('does not run where it %s', (_what, more) => {
    expect(due(more)).toEqual([]);
  });
});
