import * as fc from 'fast-check';
import { after, blankIncident, called, details, lived } from '../examples';
import type { FactDetail, FactKind } from '../incident/fact';
import { anyLife } from '../test-support/any-life';
import type { PartReadiness, ReadinessPart } from './readiness';
import { readinessOf, threatOf } from './readiness';

fc.configureGlobal({ seed: 1983 });

type Course = readonly (readonly [FactKind | FactDetail, number])[];

const orr = called('Dr Sam Orr');
const doctor = (step: 'requested' | 'offered' | 'accepted' | 'on-scene', nth: 1 | 2 = 1): FactDetail => ({
  ...{ kind: 'doctor-call', requestId: `request-${nth + 1}`, nth, step, reason: '' },
  doctor: step === 'requested' ? null : orr,
});
const arrived: Course = [
  ['opened', 0],
  ['advice-sought', 2],
  ['detained', 5],
  ['arrived', 30],
];
const of = (...course: Course) => readinessOf(lived(blankIncident, ...arrived, ...course));
const part = (name: ReadinessPart, ...course: Course) => of(...course).parts.find((one) => one.part === name);

describe('the readiness of an assessment', () => {
  it('names every part; once arrived there is a room, and nobody else yet', () => {
    const { parts, limitEndsAt } = of();
    expect(parts.map(({ part: name, state }) => [name, state])).toEqual([
      ['amhp', 'awaited'],
      ['first-doctor', 'awaited'],
      ['second-doctor', 'not-needed'],
      ['interpreter', 'not-needed'],
      ['fitness', 'awaited'],
      ['room', 'ready'],
      ['bed', 'not-needed'],
    ]);
    expect(limitEndsAt).toBe(after(30 + 24 * 60));
  });

  it('follows the AMHP from the request to the scene, and back when they withdraw', () => {
    expect(part('amhp', ['amhp-requested', 31])).toMatchObject({ state: 'awaited', since: after(31) });
    const from: FactDetail = { ...details['amhp-accepted'], notBefore: after(200) };
    expect(part('amhp', ['amhp-requested', 31], [from, 40])).toMatchObject({
      state: 'coming',
      notBefore: after(200),
    });
    expect(part('amhp', ['amhp-requested', 31], ['amhp-accepted', 40], ['amhp-withdrew', 50])).toMatchObject({
      state: 'awaited',
      since: after(50),
      who: null,
    });
    expect(part('amhp', ['amhp-requested', 31], ['amhp-accepted', 40], ['amhp-on-scene', 70])).toMatchObject({
      state: 'ready',
    });
  });

  it('needs a second doctor when admission under section 2 or 3 is sought, or one was called', () => {
    const sought = (admission: 'section-2' | 'section-4'): FactDetail => ({
      ...{ kind: 'bed-sought', admission, note: '' },
    });
    expect(part('second-doctor', [sought('section-2'), 60])?.state).toBe('awaited');
    expect(part('second-doctor', [sought('section-4'), 60])?.state).toBe('not-needed');
    expect(part('second-doctor', [doctor('requested', 2), 60])?.state).toBe('awaited');
    expect(part('first-doctor', [doctor('requested'), 60], [doctor('accepted'), 65])).toMatchObject({
      state: 'coming',
      who: orr.name,
    });
  });

  it('knows who interprets, whether they are fit, and where the bed is', () => {
    const polish: Course = [[{ kind: 'person-described', said: { interpreter: 'Polish' } }, 32]];
    const speaks = { ...lived(blankIncident, ...arrived, ...polish) };
    const person = { ...speaks.person, interpreter: 'Polish' };
    const interpreter = (incident: typeof speaks) =>
      readinessOf({ ...incident, person }).parts.find(({ part: name }) => name === 'interpreter');
    expect(interpreter(speaks)).toMatchObject({ state: 'awaited', who: 'Polish' });
    expect(
      interpreter(lived(blankIncident, ...arrived, ...polish, ['interpreter-arranged', 50])),
    ).toMatchObject({ state: 'ready', who: 'Jan Wrona' });
    const unfit: FactDetail = { kind: 'fitness-told', fit: false, saidBy: 'Nia Patel', note: 'Asleep' };
    expect(part('fitness', [unfit, 40])).toMatchObject({ state: 'awaited', who: 'Nia Patel' });
    expect(part('fitness', [unfit, 40], ['fitness-told', 90])).toMatchObject({ state: 'ready' });
    expect(part('bed', ['bed-sought', 60])).toMatchObject({ state: 'awaited', since: after(60) });
    expect(part('bed', ['bed-sought', 60], ['bed-found', 90])).toMatchObject({ state: 'ready' });
  });

  it('threatens nothing once all is there, or where no legal clock runs', () => {
    expect(readinessOf(lived(blankIncident, ['opened', 0]))).toMatchObject({
      threat: null,
      limitEndsAt: null,
    });
    expect(of(['assessment-started', 60]).threat).toBeNull();
    expect(of(['assessment-started', 60], ['bed-sought', 70]).threat).toBe('bed');
  });

  it('says first what nobody has been asked for at all', () => {
    expect(of(['amhp-requested', 31]).threat).toBe('first-doctor');
    expect(of([doctor('requested'), 35]).threat).toBe('amhp');
  });

  it('says of what is missing the worst: too late, then nobody’s for longest, then the last to come', () => {
    const [requested, accepted]: Course = [
      ['amhp-requested', 31],
      ['amhp-accepted', 40],
    ];
    expect(of([doctor('requested'), 35], ['amhp-requested', 50]).threat).toBe('first-doctor');
    expect(of(requested ?? ['opened', 0], [doctor('requested'), 35]).threat).toBe('amhp');
    expect(of(requested ?? ['opened', 0], accepted ?? ['opened', 0], [doctor('requested'), 45]).threat).toBe(
      'first-doctor',
    );
  });
});

const anyPart = (name: ReadinessPart): fc.Arbitrary<PartReadiness> =>
  fc.record({
    part: fc.constant(name),
    state: fc.constantFrom('ready' as const, 'coming' as const, 'awaited' as const, 'not-needed' as const),
    since: fc.option(fc.nat(600).map(after)),
    notBefore: fc.option(fc.nat(3000).map(after)),
    who: fc.constant(null),
  });
const names: readonly ReadinessPart[] = [
  'amhp',
  'first-doctor',
  'second-doctor',
  'interpreter',
  'fitness',
  'room',
  'bed',
];
const anyParts = fc.tuple(...names.map(anyPart));
const endsAt = after(24 * 60);
const isMissing = ({ state }: PartReadiness) => state === 'coming' || state === 'awaited';

describe('what threatens the limit, whatever is ready', () => {
  it('is one that is missing, and nothing exactly when nothing is', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const threat = threatOf(parts, endsAt);
        expect(threat === null).toBe(!parts.some(isMissing));
        if (threat !== null) expect(parts.filter(isMissing).map(({ part: name }) => name)).toContain(threat);
      }),
    );
  });

  it('is never something on time while another cannot be ready before the limit ends', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const late = parts.filter((one) => isMissing(one) && (one.notBefore ?? '') >= endsAt);
        const threat = threatOf(parts, endsAt);
        if (late.length > 0) expect(late.map(({ part: name }) => name)).toContain(threat);
      }),
    );
  });

  it('does not move to another part when one that did not threaten becomes ready', () => {
    fc.assert(
      fc.property(anyParts, fc.nat(6), (parts, n) => {
        const threat = threatOf(parts, endsAt);
        if (parts[n]?.part === threat) return;
        const better = parts.map((one, i) => (i === n ? { ...one, state: 'ready' as const } : one));
        expect(threatOf(better, endsAt)).toBe(threat);
      }),
    );
  });

  it('is told of any record at all, each part once', () => {
    fc.assert(
      fc.property(anyLife(), (life) => {
        for (const { after: incident } of life) {
          const { parts, threat, limitEndsAt } = readinessOf(incident);
          expect(parts.map(({ part: name }) => name)).toEqual(names);
          if (limitEndsAt === null) expect(threat).toBeNull();
        }
      }),
    );
  });
});
