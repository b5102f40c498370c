import type { Fact, Incident, Place } from '@concord/domain';
import { correctionBody, factBody, fieldsAsked, valuesOf } from './fact-body';
import type { Asking } from './fact-forms/fact-field';

const now = '2026-11-22T03:00:00.000Z';
const asking: Asking = {
  incident: { facts: [] as readonly Fact[], person: { ageYears: 34, ageBasis: 'known' } } as Incident,
  places: new Map([
    ['00000000-0000-4000-8000-000000000001', { kind: 'suite' } as Place],
    ['00000000-0000-4000-8000-000000000002', { kind: 'police-station' } as Place],
    ['00000000-0000-4000-8000-000000000003', { kind: 'dwelling' } as Place],
  ]),
  alternatives: new Map(),
  rooms: new Map(),
  now,
};
const station = '00000000-0000-4000-8000-000000000002';
const home = '00000000-0000-4000-8000-000000000003';

describe('what a form sends', () => {
  it('is the command of the route, with the time only when it was not just now', () => {
    expect(factBody('detained', { power: 's136-removed', officer: 'PC 4411' }, asking)).toEqual({
      body: { kind: 'detained', power: 's136-removed', officer: 'PC 4411' },
    });
    expect(factBody('closed', {}, asking, { happenedAt: now, late: 'paper' })).toEqual({
      body: { kind: 'closed', note: '', happenedAt: now, late: 'paper' },
    });
  });

  it('names each field that is missing', () => {
    expect(factBody('advice-sought', { profession: 'nurse' }, asking)).toEqual({
      problems: { adviser: 'This is needed.', advice: 'This is needed.' },
    });
    expect(factBody('arrived', { placeId: '' }, asking)).toEqual({
      problems: { placeId: 'This is needed.' },
    });
    expect(factBody('rights-given', { givenBy: 'PC 4411', how: 'leaflet' }, asking)).toEqual({
      problems: { understood: 'This is needed.' },
    });
  });

  it('asks why a police vehicle only when it was one', () => {
    expect(factBody('conveyance-started', { mode: 'police-vehicle' }, asking)).toEqual({
      problems: { policeVehicleReason: 'Choose one.' },
    });
    expect(
      factBody('conveyance-started', { mode: 'ambulance', policeVehicleReason: 'urgency' }, asking),
    ).toEqual({ body: { kind: 'conveyance-started', mode: 'ambulance' } });
  });

  it('asks what help was offered of those who are let go with nothing arranged, and need not be told', () => {
    const offered = (code: string, more = {}) =>
      fieldsAsked('outcome', { code, ...more }, asking)
        .map(({ name }) => name)
        .filter((name) => name.startsWith('voluntaryHelp'));
    expect(offered('no-mental-disorder')).toEqual(['voluntaryHelp.offered']);
    expect(offered('section-2')).toEqual([]);
    expect(offered('no-mental-disorder', { 'voluntaryHelp.offered': 'crisis-cafe' })).toHaveLength(2);
    expect(offered('no-mental-disorder', { 'voluntaryHelp.offered': 'no-further-need' })).toHaveLength(1);
    const free = { code: 'no-mental-disorder' };
    const sent = { kind: 'outcome', ...free, note: '' };
    expect(factBody('outcome', free, asking)).toEqual({ body: sent });
    const helped = { ...free, 'voluntaryHelp.offered': 'crisis-cafe', 'voluntaryHelp.accepted': 'no' };
    expect(factBody('outcome', helped, asking)).toEqual({
      body: { ...sent, voluntaryHelp: { offered: 'crisis-cafe', accepted: false } },
    });
  });

  it('takes hours as people write them', () => {
    const extension = { doctor: 'Dr Ash', ground: 'persons-condition', reason: 'sedated' };
    expect(factBody('extended', { ...extension, minutes: '6:30' }, asking)).toMatchObject({
      body: { minutes: 390 },
    });
    expect(factBody('extended', { ...extension, minutes: '6 hours' }, asking)).toMatchObject({
      problems: { minutes: 'Write hours: 6, or 6:30.' },
    });
  });

  it('builds what belongs together, and leaves out a doctor whom nobody named', () => {
    const none = factBody('outcome', { code: 'transferred', 'doctor.name': '' }, asking);
    expect(none).toEqual({ body: { kind: 'outcome', code: 'transferred', note: '' } });
    const values = { code: 'no-mental-disorder', 'doctor.name': 'Dr Ash', 'doctor.section12': 'no' };
    expect(
      factBody('outcome', { ...values, 'doctor.whyNot': 'none within two hours' }, asking),
    ).toMatchObject({
      body: { doctor: { name: 'Dr Ash', section12: false, whyNot: 'none within two hours' } },
    });
  });

  it('asks of a home whose agreement makes it a place of safety', () => {
    expect(factBody('arrived', { placeId: home, 'dwelling.personAgrees': 'yes' }, asking)).toEqual({
      body: { kind: 'arrived', placeId: home, dwelling: { personAgrees: true, occupier: null } },
    });
  });

  it('asks of a police station every condition of the Regulations', () => {
    const asked = (values: Record<string, string>) =>
      fieldsAsked('arrived', { placeId: station, ...values }, asking).map(({ name }) => name);
    expect(asked({})).toContain('policeStation.healthcareProfessionalThroughout');
    expect(asked({ unlawfulBecause: 'brought in by mistake' })).toEqual(['placeId', 'unlawfulBecause']);
  });
});

describe('a correction', () => {
  const arrived = {
    kind: 'arrived',
    id: 'a',
    happenedAt: '2026-11-22T02:40:00.000Z',
    recordedAt: now,
    placeId: '00000000-0000-4000-8000-000000000001',
    placeName: 'Elm Suite',
    placeKind: 'suite',
    roomId: null,
  } as unknown as Fact;

  it('begins with what was said, and sends it again with what is put right and why', () => {
    const values = valuesOf(arrived, 'arrived');
    expect(values).toEqual({ placeId: '00000000-0000-4000-8000-000000000001', roomId: '' });
    expect(
      correctionBody('arrived', values, asking, {
        reason: 'clock on the wall was slow',
        told: { happenedAt: '2026-11-22T02:10:00.000Z' },
      }),
    ).toEqual({
      body: {
        reason: 'clock on the wall was slow',
        fact: { kind: 'arrived', happenedAt: '2026-11-22T02:10:00.000Z', placeId: values['placeId'] },
      },
    });
  });

  it('needs a reason', () => {
    expect(
      correctionBody('arrived', valuesOf(arrived, 'arrived'), asking, { reason: ' ', told: {} }),
    ).toEqual({
      problems: { correctionReason: 'Say why it is put right.' },
    });
  });

  it('says again of a person only what was said, blanks and all', () => {
    const described = { kind: 'person-described', said: { gender: null, ageYears: 17 } } as unknown as Fact;
    const values = valuesOf(described, 'person-described');
    expect(values).toEqual({ 'said.gender': '', 'said.ageYears': '17' });
    const made = correctionBody('person-described', values, asking, { reason: 'asked', told: {} });
    expect(made).toMatchObject({ body: { fact: { said: { gender: null, ageYears: 17 } } } });
  });
});
