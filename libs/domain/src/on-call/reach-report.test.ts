import { sampleAgreement } from '../agreement/sample-agreement';
import type { Agreement } from '../agreement/agreement';
import type { Duty } from '../duty';
import { everyDay, openWithin } from '../alternative/opening-hours';
import { plusMinutes } from '../instant';
import { place } from '../place/examples';
import { alternative } from '../test-support/an-alternative';
import { ada, ben, cai, dee, layer, london, rota } from './examples';
import type { ReachGap } from './reach';
import { gapsToTell, keepersToTell, reachWindow, thingOf } from './reach-report';
import { stepsAhead } from './steps-ahead';

const at = london('2026-11-22T06:00');
const gap = (more: Partial<ReachGap> = {}, hoursAhead = 48): ReachGap => ({
  kind: 'nobody-reachable',
  duties: ['on-call-manager'],
  agencyId: null,
  channels: [],
  who: [ada],
  times: [{ from: plusMinutes(at, hoursAhead * 60), to: plusMinutes(at, hoursAhead * 60 + 60) }],
  steps: [],
  rotaIds: ['rota-1'],
  ...more,
});

describe('the owner of a rota', () => {
  it('is told what is new, and within a day of it again', () => {
    const [far, soon, other] = [gap(), gap({ who: [ben] }, 5), gap({ who: [cai] })];
    expect(gapsToTell([far, soon, other], [], at)).toEqual([far, soon, other]);
    // The same person’s next turn is the same thing to put right.
    const told = [gap({}, 24), gap({ who: [ben] })].map(thingOf);
    expect(gapsToTell([far, soon, other], told, at)).toEqual([soon, other]);
  });

  it('is not written to where other ways would reach them', () => {
    expect(gapsToTell([gap({ kind: 'other-ways-only' }, 5)], [], at)).toEqual([]);
  });

  it('is whoever is on call for a duty that keeps it, once for all their rotas', () => {
    const coordinators = rota({ duty: 's136-coordinator', layers: [layer({ members: [dee] })] });
    const gaps = [gap(), gap({ duties: ['suite-nurse'], who: [ben] })];
    expect(keepersToTell(gaps, [coordinators], [], at)).toEqual([
      { who: dee, duty: 's136-coordinator', gaps },
    ]);
  });

  it('is everybody who could keep it, where none of them is on call', () => {
    const people = [
      { ...ada, duties: ['amhp-lead' as const] },
      { ...ben, duties: ['amhp' as const] },
      { ...cai, duties: ['on-call-manager' as const] },
    ];
    const told = keepersToTell([gap({ duties: ['amhp'] })], [], people, at);
    expect(told.map(({ who, duty }) => [who.name, duty])).toEqual([['Ada', 'amhp-lead']]);
  });
});

describe('the steps ahead', () => {
  const version = (more: Partial<Agreement> = {}): Agreement => ({
    ...sampleAgreement('a-1', 'area-1', plusMinutes(at, -600), ['trust-1']),
    ...more,
  });

  const nowhere = { places: [], alternatives: [], rotas: [], districts: [] };

  it('are told apart by place and by district, where others are called', () => {
    const [elm, oak] = [place({ id: 'elm', name: 'Elm' }), place({ id: 'oak', name: 'Oak' })];
    const leads = rota({ id: 'leads', duty: 'amhp-lead', districts: ['North'] });
    const nurses = rota({ id: 'nurses', duty: 'suite-nurse', placeIds: ['elm'] });
    const desk = rota({ id: 'desk', duty: 'control-room' });
    const callers = {
      places: [elm, oak],
      alternatives: [],
      rotas: [leads, nurses, desk],
      districts: ['North', 'South'],
    };
    const steps = stepsAhead([version()], callers, reachWindow(at));
    const of = (...duties: Duty[]) => [
      ...new Set(
        steps
          .filter(({ name, calls }) => name.kind === 'agreed' && calls.duties.join() === duties.join())
          .map(({ name, rotaIds }) => JSON.stringify([name.kind === 'agreed' && name.where, rotaIds])),
      ),
    ];
    expect(of('amhp-lead')).toEqual(['["North",["leads"]]', '["South",[]]']);
    expect(of('suite-nurse')).toEqual(['["Elm",["nurses"]]', '["Oak",[]]']);
    expect(of('control-room')).toEqual(['[null,["desk"]]']);
  });

  it('ask an alternative’s own staff first of its places, and only while it is open', () => {
    const hours = everyDay('18:00', '23:00');
    const cafe = alternative({ id: 'cafe', name: 'The Lantern', hours });
    const staff = rota({ id: 'staff', duty: 'alternative-staff', placeIds: ['cafe'] });
    const nurses = rota({ id: 'nurses', duty: 'suite-nurse', placeIds: ['elm'] });
    const callers = { ...nowhere, alternatives: [cafe], rotas: [staff, nurses] };
    const window = reachWindow(at);
    const steps = stepsAhead([version()], callers, window).filter(({ name }) => name.kind === 'place-status');
    const { freshness } = version();
    expect(
      steps.map(({ name, calls }) => [name.kind === 'place-status' && name.placeName, calls.duties]),
    ).toEqual([
      [
        'The Lantern',
        ['alternative-staff', ...freshness.confirmDuties.filter((duty) => duty !== 'suite-nurse')],
      ],
      ['The Lantern', freshness.unknownDuties],
    ]);
    for (const { asks, rotaIds, within } of steps)
      expect({ asks, rotaIds, within }).toEqual({
        asks: 'first',
        rotaIds: ['staff'],
        within: openWithin(hours, window),
      });
  });

  it('are all of the version in force, and of one that takes effect in the week from then on', () => {
    const from = plusMinutes(at, 3 * 24 * 60);
    const coming = version({ id: 'a-2', version: 2, effectiveFrom: from });
    const steps = stepsAhead([version(), coming], nowhere, reachWindow(at));
    const of = (wanted: number) => steps.filter(({ name }) => name.version === wanted);
    expect(of(1).length).toBeGreaterThan(30);
    expect(of(2).length).toBe(of(1).length);
    expect(new Set(of(1).map(({ from: since }) => since))).toEqual(new Set([at]));
    expect(new Set(of(2).map(({ from: since }) => since))).toEqual(new Set([from]));
  });

  it('are none of a draft, of one withdrawn, or of one that takes effect later', () => {
    const far = plusMinutes(at, 8 * 24 * 60);
    const soon = plusMinutes(at, 60);
    const others = [
      version({ id: 'a-2', version: 2, state: 'draft', effectiveFrom: soon }),
      version({ id: 'a-3', version: 3, state: 'withdrawn', effectiveFrom: soon }),
      version({ id: 'a-4', version: 4, effectiveFrom: far }),
    ];
    const steps = stepsAhead([version(), ...others], nowhere, reachWindow(at));
    expect(new Set(steps.map(({ name }) => name.version))).toEqual(new Set([1]));
  });
});
