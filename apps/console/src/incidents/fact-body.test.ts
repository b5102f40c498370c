import { factBody } from './fact-body';
import { emptyEntry, newIncidentBody } from './new-incident-body';

describe('what a form sends', () => {
  it('is the command of the route, with the time only when it was not just now', () => {
    expect(factBody('detained', { power: 's136-removed', officer: 'PC 4411' }, {})).toEqual({
      body: { kind: 'detained', power: 's136-removed', officer: 'PC 4411' },
    });
    expect(factBody('closed', {}, { happenedAt: '2026-11-22T02:00:00.000Z' })).toEqual({
      body: { kind: 'closed', happenedAt: '2026-11-22T02:00:00.000Z' },
    });
  });

  it('names each field that is missing', () => {
    expect(factBody('advice-sought', { profession: 'nurse' }, {})).toEqual({
      problems: { adviser: 'This is needed.', advice: 'This is needed.' },
    });
    expect(factBody('arrived', { placeId: '' }, {})).toEqual({ problems: { placeId: 'This is needed.' } });
  });

  it('asks why a police vehicle only when it was one', () => {
    expect(factBody('conveyance-started', { mode: 'police-vehicle' }, {})).toEqual({
      problems: { policeVehicleReason: 'Choose one.' },
    });
    expect(factBody('conveyance-started', { mode: 'ambulance', policeVehicleReason: 'urgency' }, {})).toEqual(
      { body: { kind: 'conveyance-started', mode: 'ambulance' } },
    );
  });
});

describe('a new incident', () => {
  const districts = [{ name: 'North', centre: { lat: 54.9, lon: 2.4 } }];
  const entry = { ...emptyEntry, where: 'Mill Road', district: 'North', calledBy: 'PC 4411' };

  it('needs only where and who called; nothing is guessed about the person', () => {
    expect(newIncidentBody(entry, districts)).toMatchObject({
      body: {
        where: { text: 'Mill Road', position: { lat: 54.9, lon: 2.4 } },
        person: { ageYears: null, ageBasis: 'unknown', sex: 'not-known', risks: [], name: null },
      },
    });
  });

  it('says in words what is wrong, at the field where it is', () => {
    const wrong = newIncidentBody(
      { ...entry, where: '', district: '', age: 'forty', risks: ['weapons'], nhsNumber: '12' },
      districts,
    );
    expect(wrong).toEqual({
      problems: {
        where: expect.stringContaining('Say where') as string,
        district: 'Choose the district.',
        age: expect.stringContaining('years') as string,
        risks: expect.stringContaining('each risk') as string,
        nhsNumber: 'Ten digits, or nothing.',
      },
    });
  });
});
