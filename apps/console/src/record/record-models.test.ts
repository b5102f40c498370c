import type { Fact } from '@concord/domain';
import { attribution } from './attribution';
import { chronology } from './chronology';
import { heldBy } from './held-by';
import { legsOf } from './legs';
import { staysOf } from './station-stays';
import { advised, after, detained, fact, opened, station, suite } from './test-facts';

const begun = [opened, advised, detained];

describe('the chronology', () => {
  const arrived = fact(40, suite);
  const righted = fact(25, suite, {
    recordedAt: after(60),
    corrects: { factId: arrived.id, reason: 'Read from the gate log' },
  });

  it('keeps what was corrected, struck, with the fact that took its place', () => {
    const entries = chronology([...begun, arrived, righted]);
    expect(entries.map((entry) => entry.fact.id)).toEqual([
      ...begun.map(({ id }) => id),
      righted.id,
      arrived.id,
    ]);
    expect(entries.at(-1)?.struck).toEqual({ by: righted });
    expect(entries.at(-2)).toMatchObject({ struck: undefined, putsRight: arrived });
  });

  it('keeps what was taken back, and says what a confirmation is of', () => {
    const error = fact(
      50,
      { kind: 'recorded-in-error' },
      { corrects: { factId: arrived.id, reason: 'Not so' } },
    );
    expect(chronology([...begun, arrived, error]).slice(-2)).toMatchObject([
      { fact: arrived, struck: { by: error } },
      { fact: error, struck: undefined, putsRight: arrived },
    ]);
    const confirmed = fact(45, { kind: 'confirmed', factId: arrived.id });
    expect(chronology([...begun, arrived, confirmed]).at(-1)?.about).toBe(arrived);
  });

  it('says on whose word and how late each was told', () => {
    const told = fact(40, suite, {
      recordedAt: after(75),
      side: 'health',
      source: 'Gate log',
      late: 'paper',
    });
    expect(attribution(told)).toBe(
      'PC Ames (health); on the word of Gate log; recorded Sun 22-Nov-2026 03:15 GMT, 35 min later; entered late: from paper',
    );
    expect(attribution(detained)).toBe('PC Ames');
  });
});

describe('the places in turn', () => {
  it('are each a journey, an arrival and a handover, as both sides give them', () => {
    const first = fact(30, suite, { side: 'police' });
    const facts = [
      ...begun,
      fact(10, { kind: 'conveyance-started', mode: 'ambulance' }),
      first,
      fact(
        41,
        { kind: 'disputed', factId: first.id, saysAt: after(39), reason: 'Gate log' },
        { side: 'health' },
      ),
      fact(60, { kind: 'handed-over', acceptedBy: 'T. Elder' }, { side: 'health' }),
      fact(200, { kind: 'conveyance-started', mode: 'other-health-vehicle' }),
      fact(230, { ...suite, placeId: 'oak', placeName: 'Oak Suite' }),
    ];
    const legs = legsOf(facts);
    expect(legs.map(({ arrival }) => arrival?.fact.placeName)).toEqual(['Elm Suite', 'Oak Suite']);
    expect(legs[0]).toMatchObject({
      conveyance: { mode: 'ambulance' },
      arrival: { sides: { says: { police: after(30), health: after(39) }, mismatch: true } },
      handover: { fact: { acceptedBy: 'T. Elder' }, sides: { waitingFor: ['police'] } },
    });
  });

  it('have a journey that has not ended and an arrival without a journey', () => {
    expect(legsOf([...begun, fact(5, suite)])[0]).toMatchObject({ conveyance: undefined, also: [] });
    expect(
      legsOf([...begun, fact(5, { kind: 'conveyance-started', mode: 'ambulance' })])[0]?.arrival,
    ).toBeUndefined();
  });
});

describe('who held the person', () => {
  it('is somebody at every instant until the detention ends', () => {
    const facts: Fact[] = [
      ...begun,
      fact(30, suite),
      fact(60, { kind: 'handed-over', acceptedBy: 'T. Elder' }),
      fact(300, { kind: 'assessment-started', amhp: 'H. Brook' }),
      fact(400, { kind: 'outcome', code: 'section-2', note: '' }),
    ];
    expect(heldBy(facts).map(({ holding, from, until }) => [holding.by, holding.who, from, until])).toEqual([
      ['police', 'PC Ames', after(0), after(30)],
      ['police', 'PC Ames', after(30), after(60)],
      ['place', 'T. Elder', after(60), after(400)],
    ]);
  });
});

describe('a stay at a police station', () => {
  const check = (minute: number) =>
    fact(minute, { kind: 'station-check', professional: 'Nurse Vane', note: '' });
  const facts = [
    ...begun,
    fact(30, station),
    check(55),
    check(95),
    fact(80, {
      kind: 'station-review',
      custodyOfficer: 'Sgt Cole',
      conditionsStillMet: true,
      asleepNoRiskFlagged: false,
      nextWithinMinutes: 60,
    }),
  ];

  it('shows each check and review with the time since the last, and which came late', () => {
    const [stay] = staysOf(facts, after(110));
    expect(stay?.checks.map(({ afterMinutes, late }) => [afterMinutes, late])).toEqual([
      [25, false],
      [40, true],
    ]);
    expect(stay?.reviews.map(({ afterMinutes, late }) => [afterMinutes, late])).toEqual([[50, false]]);
    expect(stay?.until).toBeNull();
  });

  it('shows one that has not come in time as not done', () => {
    const [stay] = staysOf(facts, after(200));
    expect(stay?.checks.at(-1)).toMatchObject({ fact: null, afterMinutes: 105, late: true });
    expect(stay?.reviews.at(-1)).toMatchObject({ fact: null, afterMinutes: 120, atMostMinutes: 60 });
  });

  it('ends when they are moved', () => {
    const moved = [...facts, fact(110, { kind: 'conveyance-started', mode: 'ambulance' })];
    const [stay] = staysOf(moved, after(900));
    expect(stay?.until).toBe(after(110));
    expect(stay?.checks.at(-1)?.fact).not.toBeNull();
  });
});
