import { harrowdaleAndVale } from '@concord/coordination';
import type { AmhpRequest } from '@concord/domain';
import { plusMinutes } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';
import { auditorOf } from './auditing';

let concord: Concord;
let control: Person;
let amhps: Person[];
afterEach(() => concord.stop());

const opened = async (): Promise<Journey> => {
  const one = await Journey.open(control);
  await one.detain();
  return one;
};
const now = ({ id }: AmhpRequest) => concord.store.get(concord.areaId, 'amhp-request', id);
const rest = async (who: Person, restingUntil: string | null): Promise<void> => {
  accepted(await who.post('my/availability', { restingUntil }), 'availability');
};
/** What is due at this very moment has happened. */
const atOnce = () => concord.advance({ minutes: 0 });

describe('everybody on call rests until 02:45', () => {
  beforeEach(async () => {
    concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
    control = await concord.signIn('controller');
    const keys = Object.keys(concord.ids.people).filter((key) => /^amhp(-\d+)?$/.test(key));
    amhps = await Promise.all(keys.map((key) => concord.signIn(key)));
    for (const amhp of amhps) await rest(amhp, '2026-11-22T02:45:00Z');
  });

  test('the request waits, says why of each, and is offered the minute the first has rested', async () => {
    const journey = await opened();
    const request = await journey.requestAmhp();
    expect(request).toMatchObject({ state: 'unanswered', offers: [] });
    expect(new Set(request.passedOver.map(({ why }) => why))).toEqual(new Set(['resting']));
    await concord.advance({ minutes: 44 });
    expect(await now(request)).toMatchObject({ state: 'unanswered' });
    await concord.advance({ minutes: 1 });
    expect(await now(request)).toMatchObject({
      state: 'offered',
      requestedAt: '2026-11-22T02:00:00.000Z',
      offers: [{ offeredAt: '2026-11-22T02:45:00.000Z' }],
    });
    const { facts } = await journey.read();
    expect(facts.filter(({ kind }) => kind === 'amhp-requested')).toHaveLength(1);
    expect(await auditorOf(concord)()).toEqual([]);
  });

  test('whoever can be asked again is asked at once, first for what has waited longest; whoever is done, for the next', async () => {
    const [first] = amhps;
    if (!first) throw new Error('there is no AMHP');
    const waits = await opened();
    const longest = await waits.requestAmhp();
    await concord.advance({ minutes: 3 });
    const shorter = await (await opened()).requestAmhp();
    await rest(first, null);
    await atOnce();
    expect(await now(longest)).toMatchObject({
      state: 'offered',
      offers: [{ to: { userId: first.userId } }],
    });
    expect(await now(shorter)).toMatchObject({ state: 'unanswered' });
    accepted(await first.post(`amhp-requests/${longest.id}/accept`), 'accept');
    accepted(await first.post(`amhp-requests/${longest.id}/withdraw`, { reason: 'Car trouble' }), 'withdraw');
    await atOnce();
    expect(await now(shorter)).toMatchObject({
      state: 'offered',
      offers: [{ to: { userId: first.userId } }],
    });
    expect(await now(longest)).toMatchObject({ state: 'unanswered' });
  });

  test('declined, a request goes on, and whoever declined it is asked for what waits', async () => {
    const [first] = amhps;
    if (!first) throw new Error('there is no AMHP');
    const longest = await (await opened()).requestAmhp();
    await concord.advance({ minutes: 1 });
    const other = await (await opened()).requestAmhp();
    await rest(first, null);
    await atOnce();
    const code = 'conflict-of-interest';
    accepted(await first.post(`amhp-requests/${longest.id}/decline`, { code }), 'decline');
    await atOnce();
    expect(await now(longest)).toMatchObject({ state: 'unanswered' });
    expect(await now(other)).toMatchObject({ state: 'offered', offers: [{ to: { userId: first.userId } }] });
  });
});

describe('nobody is on call before 02:05', () => {
  let request: AmhpRequest;
  beforeEach(async () => {
    const rotas = harrowdaleAndVale.rotas.map((rota) =>
      rota.duty === 'amhp'
        ? {
            ...rota,
            layers: rota.layers.map((layer) => ({ ...layer, handoversAt: ['02:05'], from: '2026-11-22' })),
          }
        : rota,
    );
    concord = await startConcord({ now: '2026-11-22T02:00:00Z', area: { ...harrowdaleAndVale, rotas } });
    control = await concord.signIn('controller');
    request = await (await opened()).requestAmhp();
    expect(request).toMatchObject({ state: 'unanswered', nobody: { why: 'nobody-on-call' } });
  });

  test('whoever comes on call is asked as they come on', async () => {
    await concord.advance({ minutes: 5 });
    expect(await now(request)).toMatchObject({
      state: 'offered',
      offers: [{ offeredAt: '2026-11-22T02:05:00.000Z' }],
    });
  });

  test('whoever is put on call is asked at once', async () => {
    const lead = await concord.signIn('amhp-lead');
    const amhp = await concord.signIn('amhp');
    const [rota] = await concord.store.list(concord.areaId, 'rota', { duty: 'amhp' });
    const from = await concord.now();
    const add = { kind: 'add', on: amhp.userId, from, to: plusMinutes(from, 60), why: 'Steps in' };
    accepted(await lead.post(`rotas/${rota?.id}/overrides`, add), 'override');
    await atOnce();
    expect(await now(request)).toMatchObject({ state: 'offered', offers: [{ to: { userId: amhp.userId } }] });
  });
});
