import { areaId, at, controller, entities, uid } from './examples';
import { entityKinds } from './entities';
import { boardChange, boardPulse, boardSnapshot, journalPage, watchBoard } from './live';
import { problem } from './problem';

const clock = { now: at(0), rate: 1, movable: false };
const images = Object.fromEntries(entityKinds.map((kind) => [kind, [entities[kind]]]));

describe('a board sent whole', () => {
  const snapshot = { areaId, epoch: 'epoch-1', revision: 7, clock, entities: images };

  it('carries every kind of thing, and the revision it is complete to', () => {
    expect(boardSnapshot.parse(snapshot)).toEqual(snapshot);
    expect(Object.keys(boardSnapshot.parse(snapshot).entities).sort()).toEqual([...entityKinds].sort());
  });

  it('is not a board when a kind is missing: an empty list is not the same as none', () => {
    for (const kind of entityKinds) {
      const { [kind]: _left, ...rest } = images;
      expect(boardSnapshot.safeParse({ ...snapshot, entities: rest }).success).toBe(false);
    }
  });

  it('loses on the way whatever no schema names', () => {
    const leaking = { ...images, room: [{ ...entities.room, nhsNumber: '9990000018' }] };
    expect(boardSnapshot.parse({ ...snapshot, entities: leaking })).toEqual(snapshot);
  });
});

describe('a change sent to a board', () => {
  const change = {
    areaId,
    revision: 8,
    at: at(1),
    actor: 'Morgan Reyes',
    command: 'mark-room',
    changes: [
      { kind: 'room', id: uid(32), image: entities.room },
      { kind: 'hold', id: uid(30), image: null },
    ],
  };

  it('says which revision it is, who did what, and that a thing is no longer to be seen', () => {
    expect(boardChange.parse(change)).toEqual(change);
  });

  it('is only ever about the kinds that a board knows', () => {
    const odd = { ...change, changes: [{ kind: 'person', id: uid(62), image: {} }] };
    expect(boardChange.safeParse(odd).success).toBe(false);
  });
});

describe('the pulse', () => {
  it.each([
    [{ state: 'running', beatSecondsAgo: 1.5, faults: 0 }, true],
    [{ state: 'silent', beatSecondsAgo: null, faults: 2 }, true],
    [{ state: 'fine' }, false],
  ])('says how the engine is: %j, %p', (engine, taken) => {
    expect(boardPulse.safeParse({ areaId, revision: 7, clock, engine }).success).toBe(taken);
  });
});

describe('asking to watch a board', () => {
  it.each([
    ['for the first time', { areaId, epoch: null, revision: null }, true],
    ['again, from what it has', { areaId, epoch: 'epoch-1', revision: 7 }, true],
    ['from before the beginning', { areaId, epoch: 'epoch-1', revision: -1 }, false],
    ['from half a revision', { areaId, epoch: 'epoch-1', revision: 1.5 }, false],
    ['of no area', { epoch: null, revision: null }, false],
    ['of an area by another name', { areaId: 'harrowdale', epoch: null, revision: null }, false],
    ['with a duty of its own choosing', { areaId, epoch: null, revision: null, duty: 'control-room' }, false],
  ])('%s', (_how, watch, taken) => {
    expect(watchBoard.safeParse(watch).success).toBe(taken);
  });
});

describe('the journal and the messages sent', () => {
  const entry = {
    revision: 7,
    ordinal: 0,
    at: at(0),
    actor: controller,
    command: 'open-incident',
    kind: 'incident',
    entityId: uid(2),
    image: entities.incident,
    hash: 'ab12',
  };

  it('cross the wire whole; the engine is an author without a name', () => {
    const page = { areaId, revision: 7, entries: [entry, { ...entry, ordinal: 1, actor: null }] };
    expect(journalPage.parse(page)).toEqual(page);
  });
});

describe('a refusal on the wire', () => {
  it('has a code, words, and the rule that forbids the step', () => {
    const refused = {
      type: 'about:blank',
      title: 'Unlawful',
      status: 422,
      detail: 'A person under 18 must never be taken to a police station.',
      code: 'unlawful',
      rule: 'Mental Health Act 1983 s136A(1)',
      details: { ageYears: 16 },
    };
    expect(problem.parse(refused)).toEqual(refused);
    expect(problem.safeParse({ ...refused, code: undefined }).success).toBe(false);
  });

  it('of a request of the wrong shape names each field at fault', () => {
    const invalid = {
      type: 'about:blank',
      title: 'Invalid',
      status: 400,
      detail: 'Two fields are wrong.',
      code: 'invalid',
      errors: [{ field: 'person.ageYears', message: 'a whole number' }],
    };
    expect(problem.parse(invalid)).toEqual(invalid);
  });
});
