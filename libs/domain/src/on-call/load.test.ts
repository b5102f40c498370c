import { ada, ben, cai, layer, london, rota } from './examples';
import { rotaWarnings } from './load';
import type { AgreedHours, Layer, Rota } from './rota';

const fortnight = { from: london('2026-11-23T00:00'), to: london('2026-12-07T00:00') };
const turns = (more: Partial<Layer>, agreedHours: Partial<AgreedHours> = {}, id = 'rota-1'): Rota =>
  rota({ id, layers: [layer(more)], agreedHours: { inARow: null, aWeek: null, ...agreedHours } });

describe('overload', () => {
  it('is more hours in a row than was agreed, whatever the shifts they are made of', () => {
    const given = turns({ members: [ada, ada, ben, ben], handoversAt: ['08:00', '20:00'] }, { inARow: 20 });
    const [first] = rotaWarnings([given], fortnight);
    expect(first).toMatchObject({ kind: 'hours-in-a-row', hours: 24, agreed: 20, rotaId: 'rota-1' });
    expect(rotaWarnings([turns({}, { inARow: 12 })], fortnight)).toEqual([]);
  });

  it('counts the hours that elapse: 13 on a 12-hour night when the clocks go back', () => {
    const night = { from: london('2026-10-24T12:00'), to: london('2026-10-26T00:00') };
    expect(rotaWarnings([turns({}, { inARow: 12 })], night)).toMatchObject([
      { kind: 'hours-in-a-row', hours: 13 },
    ]);
  });

  it('is more hours in a London week than was agreed, the week counted whole', () => {
    const weekly = turns(
      { every: 'weeks', handoversAt: ['00:00'], from: '2026-10-19', members: [ada, ben] },
      { aWeek: 100 },
    );
    const day = { from: london('2026-11-25T00:00'), to: london('2026-11-26T00:00') };
    expect(rotaWarnings([weekly], day)).toMatchObject([
      { kind: 'hours-a-week', hours: 168, agreed: 100, from: london('2026-11-23T00:00') },
    ]);
    expect(rotaWarnings([turns({}, { aWeek: 60 })], fortnight)).toEqual([]);
  });

  it('is one person on two rotas at once, for as long as it lasts', () => {
    const one = turns({ members: [ada, ben], handoversAt: ['08:00'], from: '2026-11-23' }, {}, 'one');
    const other = turns({ members: [cai, ada], handoversAt: ['20:00'], from: '2026-11-23' }, {}, 'other');
    const days = { from: london('2026-11-23T08:00'), to: london('2026-11-26T00:00') };
    expect(rotaWarnings([one, other], days)).toEqual([
      {
        kind: 'double-booked',
        who: ada,
        rotaIds: ['other', 'one'],
        from: london('2026-11-25T08:00'),
        to: london('2026-11-25T20:00'),
      },
    ]);
  });
});

describe('a shift of no length', () => {
  const spring = { from: london('2027-03-27T00:00'), to: london('2027-03-29T00:00') };

  it('on the night the clocks go forward is flagged to whose it would have been', () => {
    const hourly = turns({
      every: 'hours',
      handoversAt: ['00:00'],
      from: '2027-03-28',
      members: [ada, ben, cai],
    });
    const jump = london('2027-03-28T02:00');
    expect(rotaWarnings([hourly], spring)).toEqual([
      { kind: 'no-shift', rotaId: 'rota-1', layerId: 'layer-1', who: ben, from: jump, to: jump },
    ]);
  });

  it('is flagged too where the hours of the layer are lost in the jump', () => {
    const early = turns({
      members: [ada],
      handoversAt: ['09:00'],
      hours: [{ days: [7], from: '01:00', to: '02:00' }],
    });
    expect(rotaWarnings([early], spring)).toMatchObject([{ kind: 'no-shift', who: ada }]);
  });

  it('is no warning where the layer is off duty at that hour, nor on any other night', () => {
    const hours = [{ days: [1 as const], from: '09:00', to: '17:00' }];
    const hourly = { every: 'hours', handoversAt: ['00:00'], from: '2027-03-01' } as const;
    expect(rotaWarnings([turns({ ...hourly, hours })], spring)).toEqual([]);
    expect(rotaWarnings([turns(hourly)], fortnight)).toEqual([]);
  });
});
