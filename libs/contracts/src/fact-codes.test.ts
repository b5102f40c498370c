import type { FactKind } from '@concord/domain';
import { factMoves } from '@concord/domain';
import * as codes from './codes';

describe('the grounds for a police station', () => {
  const grounds = {
    imminentRiskOfSeriousInjuryOrDeath: true,
    noOtherPlaceInThePoliceArea: true,
    healthcareProfessionalThroughout: true,
    authorisedBy: { name: 'Insp. Hale', rank: 'inspector' },
  };

  it.each(['inspector', 'chief-inspector', 'superintendent-or-above'])('can be authorised by: %s', (rank) => {
    expect(
      codes.policeStationGrounds.safeParse({ ...grounds, authorisedBy: { name: 'A', rank } }).success,
    ).toBe(true);
  });

  it('cannot be authorised by a sergeant, or by nobody by name', () => {
    for (const authorisedBy of [
      { name: 'Sgt Poe', rank: 'sergeant' },
      { name: ' ', rank: 'inspector' },
      undefined,
    ]) {
      expect(codes.policeStationGrounds.safeParse({ ...grounds, authorisedBy }).success).toBe(false);
    }
  });

  it('say yes or no to each condition: silence is neither', () => {
    for (const field of Object.keys(grounds)) {
      expect(codes.policeStationGrounds.safeParse({ ...grounds, [field]: undefined }).success).toBe(false);
    }
  });
});

it('every fact has a list of states it may be recorded in', () => {
  for (const kind of codes.factKind.options as readonly FactKind[])
    expect(factMoves[kind].from).toBeDefined();
});
