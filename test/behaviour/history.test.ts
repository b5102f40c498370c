import type { JournalEntry } from '@concord/contracts';
import { firstBrokenEntry } from '@concord/postgres';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;

beforeAll(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  control = await concord.signIn('controller');
  const nurse = await concord.signIn('suite-nurse');
  const journey = await Journey.open(control, {
    person: {
      ageYears: 34,
      ageBasis: 'known',
      name: 'Fictional Person',
      dateOfBirth: '1992-02-29',
      nhsNumber: '9990000018',
    },
  });
  await journey.arriveAt(nurse, concord.ids.rooms['elm-1'] ?? '');
  await journey.requestAmhp();
  await concord.advance({ minutes: 70 });
});
afterAll(() => concord.stop());

const journal = async (): Promise<JournalEntry[]> => {
  const entries: JournalEntry[] = [];
  for (let after = 0; ;) {
    const page = accepted(
      await control.get<{ entries: JournalEntry[] }>(`journal?after=${after}&limit=7`),
      'journal',
    ).entries;
    const last = page.at(-1);
    if (!last) return entries;
    entries.push(...page);
    after = last.revision;
  }
};
const chained = (entries: JournalEntry[]) => entries.map((entry) => ({ ...entry, areaId: concord.areaId }));

test('P6: the exported journal proves itself: revisions without a gap, every entry chained to the one before', async () => {
  const entries = await journal();
  expect(entries.length).toBeGreaterThan(40);
  expect(firstBrokenEntry(chained(entries))).toBeUndefined();
});

test('P6: any edit, removal or reordering of the journal is found, at its place', async () => {
  const entries = chained(await journal());
  for (let i = 0; i < entries.length; i += 1) {
    const entry = entries[i];
    const next = entries[i + 1];
    if (!entry) continue;
    const edited = entries.with(i, { ...entry, at: '2026-11-22T01:59:59.000Z' });
    expect(firstBrokenEntry(edited)).toMatchObject({ revision: entry.revision, ordinal: entry.ordinal });
    if (!next) continue;
    expect(firstBrokenEntry(entries.toSpliced(i, 1))).toBeDefined();
    expect(firstBrokenEntry(entries.with(i, next).with(i + 1, entry))).toBeDefined();
  }
});

test('P6: identity stays out of the journal, and reading it is itself on record', async () => {
  const [incident] = await concord.store.list(concord.areaId, 'incident');
  const person = accepted(await control.get<object>(`incidents/${incident?.id}/person`), 'person');
  expect(person).toEqual({ name: 'Fictional Person', dateOfBirth: '1992-02-29', nhsNumber: '9990000018' });
  const entries = await journal();
  expect(entries.filter((entry) => entry.command === 'read-person')).toMatchObject([
    { actor: { name: control.name } },
  ]);
  const text = JSON.stringify(entries);
  for (const identity of ['Fictional Person', '1992-02-29', '9990000018'])
    expect(text).not.toContain(identity);
});
