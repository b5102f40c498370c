import type { Fact, FactKind, Hold, Incident } from '@concord/domain';
import { unknownPerson } from '@concord/domain';
import { nextSteps } from './next-steps';

const at = '2026-11-22T02:00:00.000Z';
const incident = (...kinds: FactKind[]): Incident => ({
  id: 'incident',
  areaId: 'area',
  ref: 'HV-1',
  personId: 'person',
  person: { ...unknownPerson, ageYears: 34, ageBasis: 'known', sex: 'male', risks: [] },
  where: { text: 'Mill Road', district: 'North', position: { lat: 54, lon: 2 } },
  agreementId: 'agreement',
  facts: (['opened', ...kinds] as FactKind[]).map(
    (kind, n) =>
      ({
        id: `${n}`,
        kind,
        happenedAt: at,
        recordedAt: at,
        by: { userId: 'u', name: 'N' },
      }) as unknown as Fact,
  ),
  revision: 1,
});

const nothing = { hold: undefined, request: undefined };
const held = { hold: { state: 'accepted' } as Hold, request: undefined };

describe('the next step', () => {
  it.each<[string, Incident, object, object | undefined]>([
    ['advice before a detention', incident(), nothing, { kind: 'record', fact: 'advice-sought' }],
    ['detention after advice', incident('advice-sought'), nothing, { kind: 'record', fact: 'detained' }],
    ['a place once detained', incident('advice-sought', 'detained'), nothing, { kind: 'hold' }],
    [
      'the journey once a place is held',
      incident('detained'),
      held,
      { kind: 'record', fact: 'conveyance-started' },
    ],
    ['arrival', incident('detained', 'conveyance-started'), held, { kind: 'record', fact: 'arrived' }],
    ['an AMHP on arrival', incident('detained', 'arrived'), nothing, { kind: 'amhp' }],
    [
      'the outcome once assessed',
      incident('detained', 'arrived', 'assessment-started'),
      nothing,
      { kind: 'record', fact: 'outcome' },
    ],
    [
      'the close after the outcome',
      incident('detained', 'arrived', 'outcome'),
      nothing,
      { kind: 'record', fact: 'closed' },
    ],
    ['nothing once diverted', incident('diverted'), nothing, undefined],
  ])('is %s', (_, given, around, expected) => {
    expect(nextSteps(given, around as typeof nothing).first).toEqual(expected);
  });

  it('offers only what the table of moves allows', () => {
    const { others } = nextSteps(incident('detained', 'arrived'), nothing);
    const facts = others.flatMap((step) => (step.kind === 'record' ? [step.fact] : []));
    expect(facts).toContain('handed-over');
    expect(facts).not.toContain('detained');
    expect(facts).not.toContain('closed');
  });
});
