import type { Duty } from '@concord/domain';
import { z } from 'zod';
import { duty } from './codes';
import type { Route, RouteName } from './routes';
import { routes } from './routes';
import { viewerOf } from './views/viewer';

const table = Object.entries(routes) as [RouteName, Route][];
const named = table.map(([name, route]) => ({ name, ...route }));

const allowedTo = (name: RouteName): Duty[] => [...(routes[name].allowed as readonly Duty[])].sort();
const seesWholeBoard = (held: Duty): boolean =>
  viewerOf({ userId: '', name: '', agencyId: '', areaId: '', duties: [held], placeIds: [], resourceIds: [] })
    ?.audience === 'control-room';

describe('every route', () => {
  it.each(table)('%s says who may call it', (_name, { allowed }) => {
    if (typeof allowed === 'string') expect(['public', 'signed-in']).toContain(allowed);
    else {
      expect(allowed.length).toBeGreaterThan(0);
      expect(new Set(allowed).size).toBe(allowed.length);
      for (const held of allowed) expect(duty.options).toContain(held);
    }
  });

  it.each(table)('%s that needs a duty is in the area where the duty is held', (_name, { allowed, path }) => {
    const inArea = path === '/areas/:areaId' || path.startsWith('/areas/:areaId/');
    expect(inArea).toBe(typeof allowed !== 'string');
  });

  it('that is open to anybody is one of these', () => {
    expect(named.filter(({ allowed }) => allowed === 'public').map(({ name }) => name)).toEqual([
      'signIn',
      'demoPersonas',
      'demoSignIn',
      'notifyReceipt',
    ]);
  });

  it('that needs a sign-in but no duty is one of these', () => {
    expect(named.filter(({ allowed }) => allowed === 'signed-in').map(({ name }) => name)).toEqual([
      'signOut',
      'me',
      'myContacts',
      'addContact',
      'sendContactCode',
      'verifyContact',
      'orderContacts',
      'testContact',
      'removeContact',
      'demoClock',
      'setDemoClock',
    ]);
  });

  it('has an address of its own', () => {
    const addresses = table.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ':')}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it.each(table)('%s is told apart by plain words, and says what it does', (_name, { path, summary }) => {
    expect(path).toMatch(/^(\/(:[a-z]+[A-Za-z]*|[a-z]+(-[a-z]+)*))+$/);
    expect(summary).toMatch(/^[A-Z].*[^.]$/);
  });

  it.each(table)(
    '%s that only reads takes no body; one that changes something takes a strict one',
    (name, { method, body, query }) => {
      expect(method === 'POST').toBe(body !== undefined || name === 'signOut');
      for (const schema of [body, query]) {
        if (schema)
          expect(schema.safeParse({ surplus: 1 }).error?.issues.map(({ code }) => code)).toBeDefined();
      }
      if (query) expect(query.safeParse({ surplus: 1 }).success).toBe(false);
    },
  );

  it.each(table)('%s has a reply that can be described to other systems', (_name, { reply }) => {
    expect(z.toJSONSchema(reply, { io: 'output', unrepresentable: 'any' })).toBeDefined();
  });
});

describe('who may do what', () => {
  /** The steps that carry responsibility, and the duties that may take them. */
  const answerable: Partial<Record<RouteName, readonly Duty[]>> = {
    openIncident: ['control-room', 'duty-inspector', 'triage-crew'],
    mergeIncidents: ['control-room', 'duty-inspector', 's136-coordinator'],
    unmergeIncidents: ['control-room', 'duty-inspector', 's136-coordinator'],
    datePoliceStationRule: ['superintendent', 'director-on-call'],
    requestHold: ['control-room', 'duty-inspector', 'triage-crew', 'suite-nurse'],
    handBackSearch: ['suite-nurse'],
    acceptHold: ['suite-nurse'],
    refuseHold: ['suite-nurse'],
    acceptOffer: ['amhp', 'section-12-doctor'],
    declineOffer: ['amhp', 'section-12-doctor'],
    requestDoctor: ['control-room', 'duty-inspector', 'amhp', 'amhp-lead'],
    reassignAmhp: ['amhp-lead'],
    amhpLoad: ['amhp-lead'],
    sayAvailability: ['amhp', 'section-12-doctor'],
    withdrawAmhp: ['amhp', 'amhp-lead', 'section-12-doctor'],
    person: ['amhp', 'control-room', 'suite-nurse', 'triage-crew'],
    markRoom: ['control-room', 's136-coordinator', 'suite-nurse'],
    markResource: ['control-room', 'triage-crew'],
  };

  it.each(Object.entries(answerable) as [RouteName, readonly Duty[]][])('%s: %j', (name, duties) => {
    expect(allowedTo(name)).toEqual([...duties].sort());
  });

  it('nobody may own or read what their own board does not show: escalations, messages sent, the journal', () => {
    for (const name of ['silenceEscalation', 'sent', 'journal'] as const) {
      for (const held of allowedTo(name))
        expect([name, held, seesWholeBoard(held)]).toEqual([name, held, true]);
    }
    // Of a suite's own alarms its board shows those about its status.
    expect(allowedTo('ownEscalation')).toEqual([...allowedTo('silenceEscalation'), 'suite-nurse'].sort());
  });

  it('everybody with a duty may see the board, as their duty shows it', () => {
    expect(allowedTo('board')).toEqual([...duty.options].sort());
  });

  it('whoever may tell a fact may put one right and take one back; whoever is with the person says who they are', () => {
    for (const name of ['correctFact', 'takeBackFact'] as const)
      expect([name, allowedTo(name)]).toEqual([name, allowedTo('recordFact')]);
    expect(allowedTo('recordFact')).toEqual([...allowedTo('identifyPerson'), 'amhp-lead'].sort());
    expect(allowedTo('identifyPerson')).toEqual(
      duty.options
        .filter((held) => !['amhp-lead', 'section-12-doctor', 'alternative-staff', 'demo'].includes(held))
        .sort(),
    );
  });

  it('oversight watches, owns and says which reading of the law is adopted; it takes no step of an incident', () => {
    const steps: readonly RouteName[] = [
      'openIncident',
      'mergeIncidents',
      'requestHold',
      'acceptHold',
      'refuseHold',
      'acceptOffer',
    ];
    for (const name of steps) {
      for (const held of ['superintendent', 'director-on-call', 'on-call-manager', 'demo'] as const) {
        expect(allowedTo(name)).not.toContain(held);
      }
    }
  });
});

describe('reading the journal', () => {
  const query = routes.journal.query ?? z.never();

  it('starts at the beginning, 500 at a time, unless told otherwise', () => {
    expect(query.parse({})).toEqual({ after: 0, limit: 500 });
    expect(query.parse({ after: '41', limit: '2000' })).toEqual({ after: 41, limit: 2000 });
  });

  it.each([
    { after: '-1' },
    { after: 'x' },
    { limit: '0' },
    { limit: '2001' },
    { limit: '1.5' },
    { from: '1' },
  ])('refuses %j', (asked) => {
    expect(query.safeParse(asked).success).toBe(false);
  });
});
