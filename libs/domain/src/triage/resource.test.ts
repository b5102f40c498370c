import * as fc from 'fast-check';
import { after, called, granted, refusalOf, START } from '../examples';
import type { Observation } from '../place/room';
import { refused } from '../refusal';
import type { ResourceState, TriageResource } from './resource';
import { commitResource, isOnJob, markResource, resourceLifecycle, resourceMoves } from './resource';

fc.configureGlobal({ seed: 1983 });

const observed: Observation = { at: after(5), by: called('Kit Vale'), source: 'site' };
const states = Object.keys(resourceLifecycle) as ResourceState[];

const car = (more: Partial<TriageResource> = {}): TriageResource => ({
  id: 'car-1',
  areaId: 'area-1',
  agencyId: 'force-1',
  callsign: 'TR1',
  kind: 'car',
  district: 'Harrowdale',
  crew: ['Kit Vale', 'Ros Dunn'],
  state: 'available',
  incidentId: null,
  incidentRef: null,
  observed: { at: START, by: called('Kit Vale'), source: 'site' },
  revision: 1,
  ...more,
});
const job = { incidentId: 'incident-1', incidentRef: 'HV-1001', observed };
const on = (state: ResourceState) => car({ state, incidentId: 'incident-1', incidentRef: 'HV-1001' });

describe('a triage crew', () => {
  it('can say exactly what its buttons offer, or the same again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.constantFrom(...states), (from, to) => {
        const decision = markResource(car({ state: from }), to, observed);
        const offered = from === to || resourceMoves(car({ state: from })).includes(to);
        if (offered) expect(decision).toMatchObject({ state: to, observed });
        else {
          expect(refusalOf(decision)).toMatchObject({
            code: 'not-allowed-in-this-state',
            details: { state: from, allowed: resourceLifecycle[from] },
          });
        }
      }),
    );
  });

  it('keeps its job from setting out to the end, and is free of it as soon as it says so', () => {
    for (const from of states.filter(isOnJob)) {
      for (const to of resourceMoves(on(from))) {
        const { incidentId, incidentRef } = granted(markResource(on(from), to, observed));
        expect([from, to, incidentId, incidentRef]).toEqual(
          isOnJob(to) ? [from, to, 'incident-1', 'HV-1001'] : [from, to, null, null],
        );
      }
    }
  });

  it('can always be called free, whatever job it is on', () => {
    for (const state of states.filter(isOnJob)) expect(resourceMoves(on(state))).toContain('available');
  });
});

describe('sending a car to an incident', () => {
  it.each<ResourceState>(['available', 'advising', 'en-route'])('is done when it is %s', (state) => {
    expect(granted(commitResource(car({ state }), job))).toMatchObject({
      state: 'en-route',
      incidentId: 'incident-1',
      incidentRef: 'HV-1001',
      observed,
    });
  });

  it.each<ResourceState>(['off-duty', 'unavailable'])('is refused when it is %s', (state) => {
    expect(refusalOf(commitResource(car({ state }), job)).code).toBe('not-allowed-in-this-state');
  });

  it('is refused when it is on another job, naming that job', () => {
    const elsewhere = car({ state: 'en-route', incidentId: 'incident-2', incidentRef: 'HV-1002' });
    expect(refusalOf(commitResource(elsewhere, job))).toMatchObject({
      message: 'TR1 is committed to HV-1002.',
      details: { incidentRef: 'HV-1002' },
    });
  });

  it('never takes a crew from one job to another by itself, in any state', () => {
    fc.assert(
      fc.property(fc.constantFrom(...states), (state) => {
        const before = car({ state, incidentId: 'incident-2', incidentRef: 'HV-1002' });
        return refused(commitResource(before, job));
      }),
    );
  });
});
