import type { ReplyOf } from '@concord/contracts';
import type { Duty } from '@concord/domain';
import { dataSourceFor, openIdentity } from '@concord/postgres';
import type { Concord, Person } from '@concord/testing';
import { accepted, refusal, startConcord } from '@concord/testing';

type OnCall = ReplyOf<'onCallNow'>;

let concord: Concord;

/** Everybody of the area has given a number and proved it theirs; one an e-mail address only. */
beforeAll(async () => {
  concord = await startConcord({ now: '2026-11-22T12:00:00Z' });
  const source = await dataSourceFor(concord.databaseUrl, { connections: 2 }).initialize();
  const { contacts } = openIdentity(source);
  for (const [i, { userId }] of (await concord.store.people(concord.areaId)).entries()) {
    const noNumber = userId === concord.ids.people['coordinator']?.userId;
    const address = noNumber
      ? ({ channel: 'email', email: 'coordinator@trust.example' } as const)
      : ({ channel: 'sms', number: `+447700900${String(i).padStart(3, '0')}` } as const);
    const method = await contacts.add(userId, address, 'Work');
    await contacts.tryCode(userId, method?.id ?? '', await contacts.newCode(method?.id ?? ''));
  }
  await source.destroy();
});
afterAll(() => concord.stop());

const seenBy = async (who: Person): Promise<OnCall> => accepted(await who.get<OnCall>('on-call'), 'on call');
const numbered = ({ rotas }: OnCall): Duty[] => [
  ...new Set(
    rotas.flatMap(({ duty, now }) => (now.on.some(({ telephone }) => telephone !== null) ? [duty] : [])),
  ),
];
const everyDuty = ({ rotas }: OnCall): Duty[] => [...new Set(rotas.map(({ duty }) => duty))];

test('one answer says for every duty who is on, until when and who is next', async () => {
  const seen = await seenBy(await concord.signIn('controller'));
  expect(new Set(everyDuty(seen))).toEqual(
    new Set<Duty>([
      'alternative-staff',
      'control-room',
      'duty-inspector',
      'superintendent',
      's136-coordinator',
      'on-call-manager',
      'director-on-call',
      'amhp',
      'amhp-lead',
      'section-12-doctor',
      'suite-nurse',
      'triage-crew',
    ]),
  );
  for (const { now, next } of seen.rotas) {
    expect(now.on.length).toBeGreaterThan(0);
    if (next) expect(next.from).toBe(now.to);
  }
});

test('the control room is told every number that was given; somebody without one has none', async () => {
  const seen = await seenBy(await concord.signIn('controller'));
  for (const { duty, now } of seen.rotas)
    for (const { telephone } of now.on)
      expect([duty, telephone === null]).toEqual([duty, duty === 's136-coordinator']);
});

test.each<[string, Duty[]]>([
  ['suite-nurse', ['control-room', 'duty-inspector', 'on-call-manager', 'amhp-lead', 'section-12-doctor']],
  [
    'amhp',
    [
      'control-room',
      'duty-inspector',
      'on-call-manager',
      'amhp',
      'amhp-lead',
      'section-12-doctor',
      'suite-nurse',
    ],
  ],
  ['crew', ['control-room', 'duty-inspector', 'amhp-lead', 'suite-nurse']],
])(
  '%s is told the numbers of those whom the work makes them ring, and the names of all',
  async (key, rung) => {
    const seen = await seenBy(await concord.signIn(key));
    expect(everyDuty(seen)).toHaveLength(12);
    expect(numbered(seen).sort()).toEqual(rung.sort());
  },
);

test('the staff of an alternative are told nobody', async () => {
  const cafe = await concord.signIn('cafe-staff');
  expect(await refusal(concord, () => cafe.get('on-call') as never)).toMatchObject({ code: 'not-your-duty' });
});

test('whoever may be put on a rota is told without a number', async () => {
  const people = await (await concord.signIn('controller')).get('rota-people');
  expect(JSON.stringify(people.body)).not.toContain('7700900');
});
