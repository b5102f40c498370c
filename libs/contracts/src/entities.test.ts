import type {
  AgencyKind,
  AmhpOffer,
  AmhpRequestState,
  EscalationLevel,
  HoldState,
  ObservationSource,
} from '@concord/domain';
import { amhpRequestLifecycle, factMoves, holdLifecycle } from '@concord/domain';
import { z } from 'zod';
import { entityKinds, entitySchemas, fact, personOutline } from './entities';
import { entities, factKinds, facts } from './examples';
import { routes } from './routes';

const identity = ['dateOfBirth', 'nhsNumber'];

/** Every property name that a JSON schema can carry, however deep. */
const namesIn = (schema: unknown): string[] => {
  if (Array.isArray(schema)) return schema.flatMap(namesIn);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'properties'
      ? [...Object.keys(value as object), ...Object.values(value as object).flatMap(namesIn)]
      : namesIn(value),
  );
};

describe('everything on the board', () => {
  it('has an example here, and a schema that keeps all of it', () => {
    expect(Object.keys(entities).sort()).toEqual([...entityKinds].sort());
    for (const kind of entityKinds) expect(entitySchemas[kind].parse(entities[kind])).toEqual(entities[kind]);
  });

  it('loses on the way out whatever its schema does not name', () => {
    for (const kind of entityKinds) {
      const leaking = { ...entities[kind], nhsNumber: '9990000018', secret: true };
      expect(entitySchemas[kind].parse(leaking)).toEqual(entities[kind]);
    }
  });
});

describe("every line of an incident's history", () => {
  it('has a kind that the wire knows', () => {
    expect([...factKinds].sort()).toEqual(Object.keys(factMoves).sort());
  });

  it.each(factKinds)('%s crosses it whole', (kind) => {
    expect(fact.parse(facts[kind])).toEqual(facts[kind]);
  });

  it('of an unknown kind is refused', () => {
    expect(fact.safeParse({ ...facts.closed, kind: 'reopened' }).success).toBe(false);
  });
});

describe('who the person is', () => {
  it('is not part of anything on the board, however deep', () => {
    for (const kind of entityKinds) {
      const names = namesIn(z.toJSONSchema(entitySchemas[kind], { io: 'output' }));
      expect(names.length).toBeGreaterThan(0);
      for (const name of identity) expect([kind, names]).not.toEqual([kind, expect.arrayContaining([name])]);
    }
  });

  it('is not part of the outline that a board holds: an age, how it is known, what they say of themselves, what they need, and risks', () => {
    const outline = entities.incident.person;
    const named = { ...outline, name: 'Jo Bloggs', dateOfBirth: '1992-03-04', nhsNumber: '9990000018' };
    expect(personOutline.parse(named)).toEqual(outline);
    expect(Object.keys(personOutline.parse(named)).sort()).toEqual([
      'ageBasis',
      'ageYears',
      'appearsUnder18',
      'communicationNeeds',
      'ethnicity',
      'gender',
      'interpreter',
      'needs',
      'observedEthnicity',
      'risks',
      'sex',
    ]);
  });

  it('is answered by one route alone', () => {
    const telling = Object.entries(routes).filter(([, { reply }]) => {
      const names = namesIn(z.toJSONSchema(reply, { io: 'output', unrepresentable: 'any' }));
      return identity.some((name) => names.includes(name));
    });
    expect(telling.map(([name]) => name)).toEqual(['person']);
  });
});

const every = <Code extends string>(table: Readonly<Record<Code, true>>): string[] => Object.keys(table);

describe('a schema knows every state that the rules know', () => {
  it.each(Object.keys(holdLifecycle) as HoldState[])('a hold that is %s', (state) => {
    expect(entitySchemas.hold.safeParse({ ...entities.hold, state }).success).toBe(true);
  });

  it.each(Object.keys(amhpRequestLifecycle) as AmhpRequestState[])('an AMHP request that is %s', (state) => {
    expect(entitySchemas['amhp-request'].safeParse({ ...entities['amhp-request'], state }).success).toBe(
      true,
    );
  });

  it.each(
    every<NonNullable<AmhpOffer['answer']>>({
      accepted: true,
      declined: true,
      lapsed: true,
      withdrawn: true,
      reassigned: true,
    }),
  )('an offer that was %s', (answer) => {
    const offers = entities['amhp-request'].offers.map((offer) => ({ ...offer, answer }));
    expect(entitySchemas['amhp-request'].safeParse({ ...entities['amhp-request'], offers }).success).toBe(
      true,
    );
  });

  it.each(
    every<AgencyKind>({
      police: true,
      'mental-health-trust': true,
      'local-authority': true,
      'ambulance-trust': true,
      'acute-trust': true,
      voluntary: true,
    }),
  )('an agency: %s', (kind) => {
    const agencies = entities.area.agencies.map((agency) => ({ ...agency, kind }));
    expect(entitySchemas.area.safeParse({ ...entities.area, agencies }).success).toBe(true);
  });

  it.each(every<ObservationSource>({ site: true, telephone: true, system: true, 'set-up': true }))(
    'an observation by: %s',
    (source) => {
      const observed = { ...entities.room.observed, source };
      expect(entitySchemas.room.safeParse({ ...entities.room, observed }).success).toBe(true);
    },
  );

  it.each(every<EscalationLevel>({ due: true, over: true }))('an escalation that is %s', (level) => {
    expect(entitySchemas.escalation.safeParse({ ...entities.escalation, level }).success).toBe(true);
  });

  it('a clock of the agreement and a limit of the law, which are never the same thing', () => {
    const statutory = { kind: 'statutory', limit: 's136-permitted-period', label: '24-hour limit' };
    expect(entitySchemas.escalation.parse({ ...entities.escalation, clock: statutory }).clock).toEqual(
      statutory,
    );
    const blurred = { kind: 'statutory', thresholdId: 'place-found', label: 'Place of safety found' };
    expect(entitySchemas.escalation.safeParse({ ...entities.escalation, clock: blurred }).success).toBe(
      false,
    );
  });
});
