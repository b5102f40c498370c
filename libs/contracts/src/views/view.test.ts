import type { FactKind } from '@concord/domain';
import { entityKinds } from '../entities';
import type { Entities, EntityKind } from '../entities';
import { amhp, car, elm, entities, factKinds, facts, hearth, lamp, oak, uid } from '../examples';
import { viewFor } from './view';
import type { Viewer } from './viewer';

/**
 * Nine who look at one incident: held at Elm, a car sent, an AMHP offered it after a colleague
 * declined, referred to the Lamp; and beside each of those one of their kind who has nothing to do with it.
 */
const onlookers = {
  controlRoom: { audience: 'control-room' },
  itsSuite: { audience: 'suite', placeIds: [elm] },
  otherSuite: { audience: 'suite', placeIds: [oak] },
  itsAmhp: { audience: 'amhp', userId: amhp.userId },
  otherAmhp: { audience: 'amhp', userId: uid(99) },
  itsCrew: { audience: 'crew', resourceIds: [car] },
  otherCrew: { audience: 'crew', resourceIds: [uid(98)] },
  itsCafe: { audience: 'alternative', placeIds: [lamp] },
  otherCafe: { audience: 'alternative', placeIds: [hearth] },
} as const satisfies Readonly<Record<string, Viewer>>;

type Onlooker = keyof typeof onlookers;
type Sight = 'all' | 'some' | '-';

const sight = (seen: unknown, image: unknown): Sight => {
  if (seen === null || seen === undefined) return '-';
  return JSON.stringify(seen) === JSON.stringify(image) ? 'all' : 'some';
};

const columns: readonly Onlooker[] = Object.keys(onlookers) as Onlooker[];

/** Who sees what, decided by people and written down: a new kind without a row fails. */
const matrix: Readonly<Record<EntityKind, readonly Sight[]>> = {
  //                 control  its suite  other  its AMHP  other  its crew  other  its café  other
  area: /*        */ ['all', 'all', 'all', 'all', 'all', 'all', 'all', 'all', 'all'],
  agreement: /*   */ ['all', 'all', 'all', 'all', 'all', 'all', 'all', 'all', 'all'],
  place: /*       */ ['all', 'all', 'all', 'all', 'all', 'all', 'all', '-', '-'],
  rota: /*        */ ['all', 'all', 'all', 'all', 'all', 'all', 'all', '-', '-'],
  room: /*        */ ['all', 'all', 'some', 'some', 'some', 'some', 'some', '-', '-'],
  alternative: /*  */ ['all', 'some', 'some', 'some', 'some', 'some', 'some', 'all', 'some'],
  hold: /*        */ ['all', 'all', '-', '-', '-', '-', '-', '-', '-'],
  incident: /*    */ ['all', 'some', '-', 'some', '-', 'some', '-', 'some', '-'],
  'amhp-request': ['all', '-', '-', 'some', '-', '-', '-', '-', '-'],
  availability: /**/ ['all', '-', '-', 'all', '-', '-', '-', '-', '-'],
  resource: /*    */ ['all', 'some', 'some', 'some', 'some', 'all', 'some', '-', '-'],
  escalation: /*  */ ['all', '-', '-', '-', '-', '-', '-', '-', '-'],
  notification: /**/ ['all', '-', '-', '-', '-', '-', '-', '-', '-'],
  'told-status': /**/ ['all', 'all', '-', '-', '-', '-', '-', '-', '-'],
  lending: /*     */ ['all', 'all', '-', '-', '-', '-', '-', '-', '-'],
  'reach-report': /**/ ['all', '-', '-', '-', '-', '-', '-', '-', '-'],
};

/** The same for each line of an incident's history, for those who have a part in it; every AMHP named is a colleague. */
const history: Readonly<Record<FactKind, readonly [suite: Sight, amhp: Sight, crew: Sight]>> = {
  opened: ['all', 'all', 'all'],
  'advice-sought': ['all', 'all', 'all'],
  'advice-not-practicable': ['all', 'all', 'all'],
  detained: ['all', 'all', 'all'],
  diverted: ['all', 'all', 'all'],
  referred: ['all', 'all', 'all'],
  'referral-answered': ['all', 'all', 'all'],
  'hold-requested': ['all', 'all', 'all'],
  'hold-accepted': ['all', 'all', 'all'],
  'hold-refused': ['all', 'all', 'some'],
  'hold-released': ['all', 'all', 'all'],
  'hold-extended': ['all', 'all', 'all'],
  'hold-refusal-reversed': ['all', 'all', 'all'],
  'hold-expired': ['all', 'all', 'all'],
  'car-committed': ['all', 'all', 'all'],
  'car-cleared': ['all', 'all', 'all'],
  'conveyance-started': ['all', 'all', 'all'],
  arrived: ['all', 'all', 'all'],
  'handed-over': ['all', 'all', 'all'],
  'amhp-requested': ['all', 'all', '-'],
  'amhp-offered': ['all', 'all', '-'],
  'amhp-declined': ['some', 'some', '-'],
  'amhp-offer-lapsed': ['all', 'all', '-'],
  'amhp-offer-taken-back': ['some', 'some', '-'],
  'amhp-accepted': ['all', 'all', '-'],
  'amhp-withdrew': ['some', 'some', '-'],
  'amhp-closed': ['all', 'all', '-'],
  'search-owed': ['all', 'all', 'all'],
  'search-handed-back': ['all', 'all', 'all'],
  'outside-accepted': ['all', 'all', 'all'],
  'outside-withdrew': ['all', 'all', 'all'],
  'room-closing': ['all', 'all', 'all'],
  'room-reopened': ['all', 'all', 'all'],
  'doctor-call': ['some', 'some', '-'],
  'amhp-travelling': ['all', 'all', '-'],
  'amhp-on-scene': ['all', 'all', '-'],
  'assessment-started': ['all', 'all', 'all'],
  outcome: ['all', 'all', '-'],
  closed: ['all', 'all', 'all'],
  'warrant-entered': ['all', 'all', 'all'],
  absconded: ['all', 'all', 'all'],
  retaken: ['all', 'all', 'all'],
  arrested: ['all', 'all', 'all'],
  'consent-withdrawn': ['all', 'all', 'all'],
  'police-left': ['all', 'all', 'all'],
  'start-contested': ['all', 'all', 'all'],
  'reading-adopted': ['all', 'all', 'all'],
  extended: ['all', 'all', 'all'],
  'bed-sought': ['all', 'all', '-'],
  'bed-found': ['all', 'all', '-'],
  'station-check': ['all', 'all', 'all'],
  'station-review': ['all', 'all', 'all'],
  'person-described': ['all', 'all', 'all'],
  'risk-noted': ['all', 'all', 'all'],
  searched: ['all', 'all', 'all'],
  'interpreter-arranged': ['all', 'all', 'all'],
  'fitness-told': ['all', 'all', 'all'],
  'rights-given': ['all', 'all', 'all'],
  'property-listed': ['all', 'all', 'all'],
  restrained: ['all', 'all', 'all'],
  'ambulance-requested': ['all', 'all', 'all'],
  'ambulance-arrived': ['all', 'all', 'all'],
  noted: ['all', 'all', 'all'],
  confirmed: ['all', 'all', 'all'],
  disputed: ['all', 'all', 'all'],
  'recorded-in-error': ['all', 'all', 'all'],
  'incident-in-error': ['all', 'all', '-'],
  'merged-in': ['all', 'all', 'all'],
  'merged-into': ['all', 'all', '-'],
  unmerged: ['all', 'all', 'all'],
};

const endsACrewsPart: readonly FactKind[] = ['outcome', 'incident-in-error', 'merged-into'];

const seenBy = <Kind extends EntityKind>(onlooker: Onlooker, kind: Kind): Entities[Kind] | null =>
  viewFor<Kind>(onlookers[onlooker], kind, entities[kind]);

describe('who sees what', () => {
  it('is decided for every kind of thing and every kind of fact', () => {
    expect(Object.keys(matrix).sort()).toEqual([...entityKinds].sort());
    expect(Object.keys(history).sort()).toEqual([...factKinds].sort());
  });

  describe.each(entityKinds)('of %s', (kind) => {
    it.each(columns.map((onlooker, i) => [onlooker, matrix[kind][i]] as const))(
      '%s: %s',
      (onlooker, expected) => {
        expect(sight(seenBy(onlooker, kind), entities[kind])).toBe(expected);
      },
    );
  });

  it.each(factKinds)('of the fact "%s" is what is written in the table', (kind) => {
    // What gives them their part comes after the fact looked at, so that no fact takes it away.
    const looked = { ...facts[kind], id: uid(71) };
    const incident = {
      ...entities.incident,
      facts: [
        looked,
        { ...facts['car-committed'], id: uid(72) },
        { ...facts['hold-requested'], id: uid(73) },
        { ...facts['amhp-offered'], to: amhp, id: uid(74) },
      ],
    };
    const sights = (['itsSuite', 'itsAmhp', 'itsCrew'] as const).map((onlooker) => {
      const seen = viewFor(onlookers[onlooker], 'incident', incident);
      // How a detention or a record ended is not a crew's to see: their part ends there.
      expect(seen === null).toBe(onlooker === 'itsCrew' && endsACrewsPart.includes(kind));
      return sight(
        seen?.facts.find(({ id }) => id === looked.id),
        looked,
      );
    });
    expect(sights).toEqual(history[kind]);
  });
});

describe('where only some of a thing is shown, it is all but', () => {
  it("the promise and the occupant of another suite's room", () => {
    for (const onlooker of columns.slice(2, 7)) {
      expect(seenBy(onlooker, 'room')).toEqual({ ...entities.room, holdId: null, incidentId: null });
    }
  });

  it("the job and the crew of another's car", () => {
    const bare = { ...entities.resource, incidentId: null, incidentRef: null, crew: [] };
    for (const onlooker of columns.slice(0, 7).filter((one) => !['controlRoom', 'itsCrew'].includes(one))) {
      expect(seenBy(onlooker, 'resource')).toEqual(bare);
    }
  });

  it('why a colleague could not come, to an AMHP and to a suite; their own reason they see', () => {
    const mine = facts['amhp-declined'].from.userId;
    const asked = { ...entities['amhp-request'], assigned: null };
    expect(viewFor(onlookers.itsAmhp, 'amhp-request', asked)?.offers.map(({ reason }) => reason)).toEqual([
      null,
      null,
    ]);
    expect(viewFor({ audience: 'amhp', userId: mine }, 'amhp-request', asked)?.offers[0]?.reason).toBe(
      'Unwell tonight.',
    );
    const again = {
      ...entities.incident,
      facts: [facts['amhp-declined'], facts['amhp-withdrew'], facts['amhp-offered']],
    };
    expect(viewFor({ audience: 'amhp', userId: mine }, 'incident', again)).toEqual(again);
    expect(JSON.stringify(seenBy('itsSuite', 'incident'))).not.toContain('Unwell');
  });

  it('the door of the scene, to a suite: it has the district and a direction', () => {
    expect(seenBy('itsSuite', 'incident')?.where).toEqual({
      text: 'Harrowdale',
      district: 'Harrowdale',
      position: { lat: 54, lon: -2.1 },
    });
  });

  it('what a suite wrote about the person when it refused, to a crew: it has the category', () => {
    const refused = { ...entities.incident, facts: [facts['car-committed'], facts['hold-refused']] };
    expect(viewFor(onlookers.itsCrew, 'incident', refused)?.facts[1]).toEqual({
      ...facts['hold-refused'],
      rationale: '',
    });
  });

  it('nothing of what is left: the person, the risks and the history come whole to a crew and an AMHP', () => {
    for (const onlooker of ['itsAmhp', 'itsCrew'] as const) {
      const { where, person, ref, personId } = entities.incident;
      expect(seenBy(onlooker, 'incident')).toMatchObject({ where, person, ref, personId });
    }
  });
});

describe('an AMHP request', () => {
  it('is seen by whoever carries it, however it came to them', () => {
    const carried = {
      ...entities['amhp-request'],
      state: 'accepted',
      offers: [],
      assigned: amhp,
      passedOver: [],
    } as const;
    expect(viewFor(onlookers.itsAmhp, 'amhp-request', carried)).toEqual(carried);
    expect(viewFor(onlookers.otherAmhp, 'amhp-request', carried)).toBeNull();
  });
});

describe('an alarm about the status of a place', () => {
  it('is its suite’s to see and take on, beside the control room’s, and nobody else’s', () => {
    const asked = { ...entities.escalation, incidentId: null, incidentRef: null, placeId: elm };
    const seers = columns.filter((who) => viewFor(onlookers[who], 'escalation', asked) !== null);
    expect(seers).toEqual(['controlRoom', 'itsSuite']);
  });
});

describe('a view', () => {
  it('never changes the thing itself', () => {
    const before = structuredClone(entities);
    for (const onlooker of columns) for (const kind of entityKinds) seenBy(onlooker, kind);
    expect(entities).toEqual(before);
  });
});
