import { emptyEntry, newIncidentBody } from './new-incident-body';
import { nothingSaid } from './risk-entry';

const now = '2026-11-22T02:14:08.000Z';
const districts = [{ name: 'North', centre: { lat: 54.9, lon: 2.4 } }];
const entry = { ...emptyEntry, where: 'Mill Road', district: 'North', calledBy: 'PC 4411' };

describe('a new incident', () => {
  it('needs only where and who called; nothing is guessed about the person', () => {
    const made = newIncidentBody(entry, districts, now);
    expect(made).toMatchObject({
      body: {
        where: { text: 'Mill Road', position: { lat: 54.9, lon: 2.4 } },
        person: { ageYears: null, ageBasis: 'unknown', sex: 'not-known', ethnicity: null, risks: [] },
      },
    });
    expect(made).not.toHaveProperty('body.happenedAt');
  });

  it('takes the person as far as known, each risk with who says so, how sure and for how long', () => {
    const weapons = { ...nothingSaid, kind: 'weapons' as const, note: 'Kitchen knife, taken from him' };
    expect(
      newIncidentBody(
        {
          ...entry,
          when: '-20',
          age: '16',
          ageBasis: 'estimated',
          interpreter: 'British Sign Language',
          born: '14/03/2009',
          risks: [{ ...weapons, confidence: 'witnessed', hours: '24' }],
        },
        districts,
        now,
      ),
    ).toMatchObject({
      body: {
        happenedAt: '2026-11-22T01:54:08.000Z',
        person: {
          ageYears: 16,
          ageBasis: 'estimated',
          interpreter: 'British Sign Language',
          dateOfBirth: '2009-03-14',
          risks: [{ kind: 'weapons', source: 'PC 4411', confidence: 'witnessed', expiresInHours: 24 }],
        },
      },
    });
  });

  it('says in words what is wrong, at the field where it is', () => {
    const wrong = newIncidentBody(
      {
        ...entry,
        where: '',
        district: '',
        when: '+5',
        age: 'forty',
        risks: [{ kind: 'weapons', ...nothingSaid }],
        nhsNumber: '12',
        born: '14-Mar',
      },
      districts,
      now,
    );
    expect(wrong).toEqual({
      problems: {
        where: expect.stringContaining('Say where') as string,
        district: 'Choose the district.',
        when: 'That is in the future.',
        ageYears: expect.stringContaining('years') as string,
        risks: expect.stringContaining('each risk') as string,
        nhsNumber: 'Ten figures, or nothing.',
        born: expect.stringContaining('year in full') as string,
      },
    });
  });
});
