import { refuse, refused } from './refusal';
import { holdsDuty } from './duty';
import type { Actor } from './duty';

describe('a refusal', () => {
  it('says what, in words, and by which rule', () => {
    expect(
      refuse('unlawful', 'Not there.', { rule: 'MHA 1983 s136A(1)', details: { ageYears: 16 } }),
    ).toEqual({
      refused: true,
      code: 'unlawful',
      message: 'Not there.',
      rule: 'MHA 1983 s136A(1)',
      details: { ageYears: 16 },
    });
  });

  it('names no rule when none forbids it', () => {
    expect(refuse('not-found', 'No such room.')).not.toHaveProperty('rule');
  });

  it('is never mistaken for what was asked for', () => {
    expect(refused(refuse('not-found', 'No such room.'))).toBe(true);
    for (const granted of [undefined, null, '', 0, {}, [], { refused: false }, { state: 'refused' }]) {
      expect(refused(granted)).toBe(false);
    }
  });
});

describe('a duty', () => {
  const actor: Actor = {
    userId: 'user-1',
    name: 'Nia Patel',
    agencyId: 'trust-1',
    areaId: 'area-1',
    duties: ['suite-nurse'],
    placeIds: ['suite-1'],
    resourceIds: [],
  };

  it('is held by whoever has any of those asked for', () => {
    expect(holdsDuty(actor, 'control-room', 'suite-nurse')).toBe(true);
  });

  it('is not held by somebody with another one, or when none is asked for', () => {
    expect(holdsDuty(actor, 'amhp')).toBe(false);
    expect(holdsDuty(actor)).toBe(false);
  });
});
