import type { Alternative, Incident, RankedAlternative } from '@concord/domain';
import { factsAllowedNow } from '@concord/domain';
import type { Concord, LiveBoard, Person } from '@concord/testing';
import { accepted, askedKey, Journey, refusal, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let crew: Person;
let cafe: Person;
let theirs: LiveBoard;
let lantern: string;

beforeEach(async () => {
  // A Saturday evening: every alternative is open but the home treatment team, which shuts at 22:00.
  concord = await startConcord({ now: '2026-11-21T22:30:00Z' });
  [control, crew, cafe] = await concord.signInAs('controller', 'crew', 'cafe-staff');
  theirs = await cafe.watch();
  lantern = concord.ids.alternatives['lantern-cafe'] ?? '';
});
afterEach(() => concord.stop());

const offered = async (by: Person, { incidentId }: Journey): Promise<RankedAlternative[]> =>
  accepted(await by.get<RankedAlternative[]>(`incidents/${incidentId}/alternatives`), 'alternatives');
const referred = (more: object = {}) => ({
  kind: 'referred',
  alternativeId: lantern,
  how: 'telephone',
  ...more,
});
const expected = () => theirs.state().alternative.get(lantern)?.expected ?? [];
const observe = async (by: Person, id: string, said: object) =>
  accepted(await by.post<Alternative>(`alternatives/${id}/observation`, said), 'observe');
const answer = (by: Person, referralId: string, said: object) =>
  by.post(`alternatives/${lantern}/referrals/${referralId}/answer`, said);

test('offered before a detention is decided, best first; what is closed, far, full or unconfirmed is below, and says why', async () => {
  const journey = await Journey.open(control);
  const [best, ...others] = await offered(control, journey);
  expect(best).toMatchObject({ rank: 1, standing: 'offer', left: expect.any(Number) as number });
  expect(others.map(({ name, standing, reasons }) => [name, standing, reasons[0]])).toContainEqual([
    'Vale and Ketterfold Home Treatment',
    'later',
    'closed, opens Sun 08:00',
  ]);
  await concord.advance({ minutes: 61 });
  const stale = await offered(control, journey);
  expect(stale.filter(({ standing }) => standing === 'offer').map(({ name }) => name)).toEqual([
    'Dogger Crisis Line',
  ]);
  expect(stale.find(({ alternativeId }) => alternativeId === lantern)?.reasons[0]).toBe(
    'places not confirmed for 61 min (last: 6 places left): ring first',
  );
  accepted(await cafe.post(`alternatives/${lantern}/confirm`), 'confirm');
  expect((await offered(control, journey))[0]).toMatchObject({ alternativeId: lantern, rank: 1 });
});

test('a referral is seen by those whom it goes to, with what they need to know and no more; they answer by name', async () => {
  const journey = await Journey.open(control);
  await journey.record(referred({ acceptedBy: 'Robin' }));
  await concord.shown();
  const [coming] = expected();
  expect(coming).toMatchObject({ incidentRef: journey.ref, acceptedBy: 'Robin', by: { name: control.name } });
  const shown = theirs.state().incident.get(journey.incidentId);
  expect(shown?.where).toMatchObject({ text: shown?.where.district });
  expect(shown?.facts.map(({ kind }) => kind)).toEqual(['referred']);
  expect(
    (await offered(control, journey)).find(({ alternativeId }) => alternativeId === lantern),
  ).toMatchObject({
    standing: 'no',
    left: 5,
    reasons: ['referred there at 22:30', expect.any(String)],
  });
  accepted(await answer(cafe, coming?.referralId ?? '', { answer: 'expected' }), 'expected');
  await concord.shown();
  expect(expected()).toMatchObject([{ acceptedBy: cafe.name }]);
  await journey.record({ kind: 'diverted', to: 'crisis-cafe', alternativeId: lantern });
  await concord.advance({ minutes: 20 });
  expect(expected()).toHaveLength(1);
  accepted(await answer(cafe, coming?.referralId ?? '', { answer: 'arrived' }), 'arrived');
  await concord.shown();
  expect(expected()).toEqual([]);
  expect(theirs.state().alternative.get(lantern)?.capacity).toMatchObject({ left: 5 });
  expect((await journey.read()).facts.slice(-2)).toMatchObject([
    { kind: 'diverted', alternativeName: 'The Lantern Café' },
    { kind: 'referral-answered', answer: 'arrived', by: { name: cafe.name } },
  ]);
});

test('somebody detained must be at a place of safety: no referral, no arrival, no room, until they are released', async () => {
  const journey = await Journey.open(control);
  await journey.record(referred());
  await concord.advance({ minutes: 5 });
  await journey.detain();
  await concord.advance({ minutes: 1 });
  expect(expected()).toEqual([]);
  expect(theirs.state().incident.size).toBe(0);
  expect(await offered(control, journey)).toEqual([]);
  const facts = `incidents/${journey.incidentId}/facts`;
  const no = { code: 'unlawful', rule: 'Mental Health Act 1983 s135(6), s136(1)-(2)' };
  for (const [path, body] of [
    [facts, referred()],
    [facts, { kind: 'arrived', placeId: lantern }],
    [`incidents/${journey.incidentId}/holds`, { roomId: lantern }],
  ] as const) {
    expect(await refusal(concord, () => control.post(path, body))).toMatchObject({
      ...no,
      detail: expect.stringMatching(/^The Lantern Café is not a place of safety/) as string,
    });
  }
  expect(factsAllowedNow(await journey.read())).not.toContain('referred');
  await journey.record({ kind: 'outcome', code: 'released-before-arrival' });
  await concord.advance({ minutes: 1 });
  await journey.record(referred());
  await concord.shown();
  expect(expected()).toHaveLength(1);
});

test('one who cannot be taken by age is refused only where the provider says so', async () => {
  const journey = await Journey.open(control, { person: { ageYears: 15, ageBasis: 'known' } });
  const ranked = await offered(control, journey);
  const house = concord.ids.alternatives['lantern-house'];
  expect(ranked.find(({ alternativeId }) => alternativeId === house)).toMatchObject({ standing: 'no' });
  expect(ranked.find(({ alternativeId }) => alternativeId === lantern)).toMatchObject({ standing: 'ring' });
  expect(
    await refusal(concord, () =>
      control.post(`incidents/${journey.incidentId}/facts`, referred({ alternativeId: house })),
    ),
  ).toMatchObject({ code: 'place-unfit', detail: 'Lantern House is for adults only.' });
  await journey.record(referred());
});

test('a referral to one that is shut at that hour, full, or not for whoever refers is refused, and says by which rule', async () => {
  const journey = await Journey.open(control);
  const home = concord.ids.alternatives['home-treatment'] ?? '';
  const no = (more: object, by = control) =>
    refusal(concord, () => journey.tell(referred(more), by)).then(({ code, rule }) => [code, rule]);
  expect(await no({ alternativeId: home })).toEqual(['place-unfit', 'its opening hours']);
  await observe(cafe, lantern, { left: 0 });
  expect(await no({})).toEqual(['place-unfit', 'the places it has']);
  await observe(cafe, lantern, { left: 1 });
  await observe(cafe, lantern, { shut: { reason: 'No staff tonight' } });
  expect(await no({})).toEqual(['place-unfit', 'its opening hours']);
});

test('a referral told late is judged at the time at which it was made', async () => {
  const journey = await Journey.open(control, { happenedAt: '2026-11-21T21:30:00Z' });
  const home = {
    alternativeId: concord.ids.alternatives['home-treatment'],
    happenedAt: '2026-11-21T21:50:00Z',
  };
  await journey.record(referred(home));
  await observe(cafe, lantern, { left: 0 });
  await journey.record(referred({ happenedAt: '2026-11-21T22:20:00Z' }));
  expect(
    await refusal(concord, () => journey.tell(referred({ ...home, happenedAt: '2026-11-21T22:01:00Z' }))),
  ).toMatchObject({
    code: 'place-unfit',
    rule: 'its opening hours',
  });
});

test('an AMHP sees what takes referrals from AMHPs, and refers as one; nobody without a part does', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  const request = await journey.requestAmhp();
  const amhp = await concord.signIn(askedKey(concord, request));
  accepted(await amhp.post(`amhp-requests/${request.id}/accept`), 'accept');
  expect(await offered(amhp, journey)).toEqual([]);
  await concord.advance({ minutes: 10 });
  await journey.record({ kind: 'outcome', code: 'released-before-arrival' });
  const house = concord.ids.alternatives['lantern-house'] ?? '';
  expect((await offered(amhp, journey)).find(({ alternativeId }) => alternativeId === house)).toMatchObject({
    standing: 'offer',
    theirsToRefer: true,
  });
  await journey.record(referred({ alternativeId: house }), amhp);
  expect((await concord.store.get(concord.areaId, 'alternative', house))?.expected).toMatchObject([
    { incidentRef: journey.ref, by: { name: amhp.name } },
  ]);
  const stranger = await Journey.open(control);
  expect(await amhp.get(`incidents/${stranger.incidentId}/alternatives`)).toMatchObject({ status: 404 });
  const lead = await concord.signIn('amhp-lead');
  await stranger.record(referred({ alternativeId: house }), lead);
});

test('shut for the day by its own people: below the line at once for everybody, and open again after it', async () => {
  const journey = await Journey.open(control);
  await observe(cafe, lantern, { shut: { reason: 'No staff tonight' } });
  const find = async () =>
    (await offered(control, journey)).find(({ alternativeId }) => alternativeId === lantern);
  expect(await find()).toMatchObject({
    standing: 'no',
    reasons: ['closed until Sun 18:00 (No staff tonight)', expect.any(String)],
  });
  await concord.advance({ hours: 20 });
  await observe(cafe, lantern, { left: 3 });
  expect(await find()).toMatchObject({ standing: 'offer', left: 3 });
  await observe(cafe, lantern, { shut: { reason: 'Flood' } });
  await observe(cafe, lantern, { shut: null });
  expect(await find()).toMatchObject({ standing: 'offer' });
});

test('shut in the small hours, it is shut until that evening is over, and not for the evening after', async () => {
  await concord.clock.set('2026-11-22T01:00:00.000Z', 0);
  const journey = await Journey.open(control);
  await observe(cafe, lantern, { shut: { reason: 'Staff sent home' } });
  const find = async () =>
    (await offered(control, journey)).find(({ alternativeId }) => alternativeId === lantern);
  expect(await find()).toMatchObject({
    standing: 'no',
    opensAt: '2026-11-22T18:00:00.000Z',
    reasons: ['closed until 18:00 (Staff sent home)', expect.any(String)],
  });
  await concord.clock.set('2026-11-22T18:10:00.000Z', 0);
  expect(await find()).toMatchObject({ standing: 'ring', rank: null });
  await observe(cafe, lantern, { left: 6 });
  expect(await find()).toMatchObject({ standing: 'offer' });
});

test('P4: open day and night and shut before midnight, it stays shut until its own people say that it is open', async () => {
  await concord.clock.set('2026-11-21T23:45:00.000Z', 0);
  const house = concord.ids.alternatives['lantern-house'] ?? '';
  const staff = await concord.signIn('house-staff');
  accepted(await staff.post(`alternatives/${house}/confirm`), 'confirm');
  await concord.advance({ minutes: 5 });
  const journey = await Journey.open(control);
  await observe(staff, house, { shut: { reason: 'Flood: everybody moved out' } });
  const find = async () =>
    (await offered(control, journey)).find(({ alternativeId }) => alternativeId === house);
  for (const minutes of [0, 11, 24 * 60]) {
    await concord.advance({ minutes });
    expect(await find()).toMatchObject({
      standing: 'no',
      rank: null,
      opensAt: null,
      reasons: ['closed until it says that it is open (Flood: everybody moved out)', expect.any(String)],
    });
    expect(await refusal(concord, () => journey.tell(referred({ alternativeId: house })))).toMatchObject({
      code: 'place-unfit',
      rule: 'its opening hours',
    });
  }
  await observe(staff, house, { shut: null });
  expect((await find())?.standing).toBe('ring');
  await observe(staff, house, { left: 5 });
  expect(await find()).toMatchObject({ standing: 'offer' });
});

test('shut once somebody is on the way there, it is on their record and on the list, said once', async () => {
  const journey = await Journey.open(control);
  await journey.record(referred());
  const other = await Journey.open(control);
  await concord.advance({ minutes: 5 });
  await observe(cafe, lantern, { shut: { reason: 'Flood' } });
  await observe(cafe, lantern, { shut: { reason: 'Flood' } });
  const notes = async (of: Journey) =>
    (await of.read()).facts.flatMap((fact) => (fact.kind === 'noted' ? [fact.text] : []));
  expect(await notes(journey)).toEqual([
    'The Lantern Café, where they were referred at 22:30, has closed: Flood.',
  ]);
  expect(await notes(other)).toEqual([]);
  const list = await offered(control, journey);
  expect(list.find(({ alternativeId }) => alternativeId === lantern)?.reasons[0]).toBe(
    'referred there at 22:30, and since then it is closed until Sun 18:00 (Flood)',
  );
});

test('its last place is free again when whoever was sent does not come, also after "nothing has changed"', async () => {
  await observe(cafe, lantern, { left: 1 });
  const journey = await Journey.open(control);
  await journey.record(referred());
  accepted(await cafe.post(`alternatives/${lantern}/confirm`), 'confirm');
  const find = async (by: Journey) =>
    (await offered(control, by)).find(({ alternativeId }) => alternativeId === lantern);
  const other = await Journey.open(control);
  expect(await find(other)).toMatchObject({ standing: 'no', left: 0 });
  await concord.shown();
  accepted(await answer(cafe, expected()[0]?.referralId ?? '', { answer: 'did-not-come' }), 'no show');
  expect(await find(other)).toMatchObject({ standing: 'offer', left: 1 });
});

test('full an hour ago is still not offered, says when that was and whom to ring', async () => {
  const journey = await Journey.open(control);
  await observe(cafe, lantern, { left: 0 });
  const find = async () =>
    (await offered(control, journey)).find(({ alternativeId }) => alternativeId === lantern);
  expect(await find()).toMatchObject({ standing: 'no' });
  await concord.advance({ minutes: 61 });
  expect(await find()).toMatchObject({
    standing: 'no',
    reasons: ['no places left when last said, 61 min ago: ring 01632 960401', expect.any(String)],
  });
});

test('turned away with a reason, taken back or put right: the place is free again and the list is right', async () => {
  const journey = await Journey.open(control);
  await journey.record(referred());
  await concord.shown();
  const first = expected()[0]?.referralId ?? '';
  expect(await refusal(concord, () => answer(cafe, first, { answer: 'declined' }))).toMatchObject({
    code: 'reason-needed',
  });
  accepted(await answer(cafe, first, { answer: 'declined', reason: 'Barred for a week' }), 'declined');
  expect(await refusal(concord, () => answer(cafe, first, { answer: 'arrived' }))).toMatchObject({
    code: 'not-found',
  });
  expect(
    (await offered(control, journey)).find(({ alternativeId }) => alternativeId === lantern),
  ).toMatchObject({
    standing: 'no',
    left: 6,
    reasons: ['could not take this person (Barred for a week)', expect.any(String)],
  });
  const house = concord.ids.alternatives['lantern-house'] ?? '';
  const { facts } = await journey.record(referred({ alternativeId: house }));
  const fact = {
    ...referred({ alternativeId: concord.ids.alternatives['decision-unit'] }),
    how: 'taken-there',
  };
  const path = `incidents/${journey.incidentId}/facts/${facts.at(-1)?.id ?? ''}`;
  const right = accepted(
    await control.post<Incident>(`${path}/correct`, { reason: 'Mis-heard', fact }),
    'correct',
  );
  const read = async (id: string) => (await concord.store.get(concord.areaId, 'alternative', id))?.expected;
  expect(await read(house)).toEqual([]);
  expect(await read(fact.alternativeId)).toMatchObject([{ how: 'taken-there', incidentRef: journey.ref }]);
  const last = right.facts.at(-1)?.id ?? '';
  accepted(
    await control.post(`incidents/${journey.incidentId}/facts/${last}/take-back`, { reason: 'Not sent' }),
    'take back',
  );
  expect(await read(fact.alternativeId)).toEqual([]);
});

test('its own people speak for it; the control room only for what it was told by telephone; nobody counts past its places', async () => {
  const path = `alternatives/${lantern}/observation`;
  expect(await refusal(concord, () => control.post(path, { left: 2 }))).toMatchObject({
    code: 'not-your-duty',
  });
  await observe(control, lantern, { left: 2, source: 'telephone' });
  const house = `alternatives/${concord.ids.alternatives['lantern-house'] ?? ''}/observation`;
  expect(await refusal(concord, () => cafe.post(house, { left: 2 }))).toMatchObject({
    code: 'not-your-duty',
  });
  expect(await refusal(concord, () => cafe.post(path, { left: 7 }))).toMatchObject({
    code: 'place-unfit',
    details: { atMost: 6 },
  });
  expect(await refusal(concord, () => cafe.post(path, { left: 1, seenRevision: 0 }))).toMatchObject({
    code: 'changed-since-seen',
  });
  const line = concord.ids.alternatives['crisis-line'] ?? '';
  expect(
    await refusal(concord, () =>
      control.post(`alternatives/${line}/observation`, { left: 1, source: 'telephone' }),
    ),
  ).toMatchObject({ code: 'not-allowed-in-this-state' });
});

test('a crew may refer as police and as triage, sees how many places are left and not who else is expected', async () => {
  const first = await Journey.open(control);
  await first.record(referred());
  const board = await crew.watch();
  expect(board.state().alternative.get(lantern)).toMatchObject({ expected: [], capacity: { left: 5 } });
  const journey = await Journey.open(crew);
  const t1 = concord.ids.resources['t1'] ?? '';
  accepted(await crew.post(`resources/${t1}/commit`, { incidentId: journey.incidentId }), 'commit');
  expect((await offered(crew, journey)).find(({ name }) => name === 'Lantern House')).toMatchObject({
    standing: 'offer',
  });
  await journey.record(referred());
  const other = { kind: 'diverted', to: 'crisis-house', alternativeId: lantern };
  expect(
    await refusal(concord, () => crew.post(`incidents/${journey.incidentId}/facts`, other)),
  ).toMatchObject({ code: 'place-unfit' });
});
