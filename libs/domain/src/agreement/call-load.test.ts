import { ada, ben, layer, london, rota } from '../on-call/examples';
import { callLoads } from './call-load';

const always = rota({ layers: [layer({ members: [ada] })] });
const officeHours = rota({
  id: 'rota-2',
  callOrder: 2,
  layers: [
    layer({ id: 'layer-2', members: [ben], hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }] }),
  ],
});
const window = { from: london('2026-11-23T00:00'), to: london('2026-11-24T00:00') };
const step = (wall: string, ...duties: ('on-call-manager' | 'superintendent')[]) => ({
  firedAt: london(wall),
  duties,
});

describe('what a duty carries', () => {
  it('is every call that somebody gets, over the hours that everybody is on', () => {
    const steps = [step('2026-11-23T03:00', 'on-call-manager'), step('2026-11-23T10:00', 'on-call-manager')];
    expect(callLoads(steps, [always, officeHours], window)).toEqual([
      { duty: 'on-call-manager', steps: 2, calls: 3, toNobody: 0, operatorHours: 32 },
    ]);
  });

  it('counts somebody who is on twice once', () => {
    const twice = { ...officeHours, layers: always.layers };
    expect(callLoads([step('2026-11-23T10:00', 'on-call-manager')], [always, twice], window)).toEqual([
      { duty: 'on-call-manager', steps: 1, calls: 1, toNobody: 0, operatorHours: 24 },
    ]);
  });

  it('counts only the agency that the step names', () => {
    const theirs = { ...officeHours, agencyId: 'police-1' };
    const called = { ...step('2026-11-23T10:00', 'on-call-manager'), agencyId: 'police-1' };
    expect(callLoads([called], [always, theirs], window)).toMatchObject([{ steps: 1, calls: 1 }]);
  });

  it('counts the calls that a step did make, whoever the rotas now say was on', () => {
    const fired = (...called: ('on-call-manager' | 'superintendent')[]) => ({
      ...step('2026-11-23T10:00', 'on-call-manager', 'superintendent'),
      called,
    });
    const steps = [fired('superintendent', 'superintendent'), fired('on-call-manager')];
    expect(callLoads(steps, [always, officeHours], window)).toEqual([
      { duty: 'superintendent', steps: 2, calls: 2, toNobody: 1, operatorHours: 0 },
      { duty: 'on-call-manager', steps: 2, calls: 1, toNobody: 1, operatorHours: 32 },
    ]);
  });

  it('says which steps would call nobody', () => {
    const steps = [step('2026-11-23T03:00', 'superintendent', 'on-call-manager')];
    expect(callLoads(steps, [always], window)).toEqual([
      { duty: 'on-call-manager', steps: 1, calls: 1, toNobody: 0, operatorHours: 24 },
      { duty: 'superintendent', steps: 1, calls: 0, toNobody: 1, operatorHours: 0 },
    ]);
    expect(callLoads([], [always], window)).toEqual([]);
  });

  it('is right on the night the clocks go back, which is an hour longer', () => {
    const night = { from: london('2026-10-25T00:00'), to: london('2026-10-26T00:00') };
    const [load] = callLoads([step('2026-10-25T03:00', 'on-call-manager')], [always], night);
    expect(load?.operatorHours).toBe(25);
  });
});
