import type { Fact, FactKind } from '@concord/domain';
import { controller, entities, factKinds, facts, hearth, lamp, scene, uid } from '../examples';
import { viewFor } from './view';
import type { Viewer } from './viewer';

const staff: Viewer = { audience: 'alternative', placeIds: [lamp] };
const seen = (...history: readonly Fact[]) =>
  viewFor(staff, 'incident', { ...entities.incident, facts: history });
const answered = (answer: 'expected' | 'declined' | 'arrived' | 'did-not-come') => ({
  ...facts['referral-answered'],
  id: uid(51),
  answer,
});

describe('the staff of an alternative see an incident', () => {
  it.each<[string, readonly Fact[], boolean]>([
    ['not before somebody is referred to them', [facts.opened], false],
    ['from then on', [facts.opened, facts.referred], true],
    ['once they expect them', [facts.referred, answered('expected')], true],
    ['no longer once they cannot take them', [facts.referred, answered('declined')], false],
    ['no longer once they have come', [facts.referred, answered('arrived')], false],
    ['no longer once they did not come', [facts.referred, answered('did-not-come')], false],
    ['no longer once they are detained', [facts.referred, { ...facts.detained, id: uid(52) }], false],
    ['not because they were referred elsewhere', [{ ...facts.referred, alternativeId: hearth }], false],
  ])('%s', (_when, history, expected) => {
    expect(seen(...history) !== null).toBe(expected);
  });

  it('and of its history the referral and its answer alone, without who said so to police', () => {
    const told = { source: 'PC 4471', late: 'no-signal' as const };
    const corrected = { ...facts.referred, id: uid(53), corrects: { factId: uid(50), reason: 'Wrong café' } };
    for (const kind of factKinds.filter((each): each is FactKind => !endsIt.includes(each))) {
      const looked = { ...facts[kind], id: uid(71), ...told };
      const shown = seen(looked, { ...facts.referred, ...told }, corrected)?.facts ?? [];
      expect(shown.filter(({ id }) => id === uid(71)).map(({ kind: its }) => its)).toEqual(
        kind === 'referred' || kind === 'referral-answered' ? [kind] : [],
      );
      expect(JSON.stringify(shown)).not.toMatch(/4471|no-signal|Wrong café/);
    }
  });

  it('without the address, and without what police wrote of a person but that there is a risk', () => {
    const risk = { ...entities.incident.person.risks[0], source: 'PC 4471' };
    const person = {
      ...entities.incident.person,
      ethnicity: 'A1' as const,
      observedEthnicity: 'IC1' as const,
      risks: [
        { ...risk, kind: 'self-harm' as const, note: 'Cut an hour ago.' },
        { ...risk, kind: 'weapons' as const, note: 'PNC marker, 2019.' },
      ],
    } as typeof entities.incident.person;
    const view = viewFor(staff, 'incident', { ...entities.incident, person });
    expect(view?.person).toMatchObject({
      ageYears: 34,
      sex: 'female',
      ethnicity: null,
      observedEthnicity: null,
      risks: [
        { kind: 'self-harm', note: 'Cut an hour ago.', source: '' },
        { kind: 'weapons', note: '', source: '' },
      ],
    });
    expect(view?.where).toEqual({
      text: 'Harrowdale',
      district: 'Harrowdale',
      position: { lat: 54, lon: -2.1 },
    });
    expect(JSON.stringify(view)).not.toMatch(new RegExp(`${scene.text}|PNC|4471|Constable`));
    expect(view?.facts[0]?.by).toEqual(controller);
  });

  it('and nobody else sees whom they expect, only how many places that leaves', () => {
    for (const other of [
      { audience: 'crew', resourceIds: [] },
      { audience: 'suite', placeIds: [lamp] },
      { audience: 'alternative', placeIds: [hearth] },
    ] as const satisfies readonly Viewer[]) {
      expect(viewFor(other, 'alternative', entities.alternative)).toEqual({
        ...entities.alternative,
        capacity: { ...entities.alternative.capacity, left: 2 },
        expected: [],
      });
    }
  });
});

/** After these nobody is on the way any more. */
const endsIt: readonly FactKind[] = ['detained', 'incident-in-error', 'merged-into'];
