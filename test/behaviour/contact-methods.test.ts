import type { Problem, ReplyOf } from '@concord/contracts';
import { senderFor } from '@concord/senders';
import type { Concord, NotifyStandIn, Person, PushStandIn, WebhookStandIn } from '@concord/testing';
import {
  notifyErrors,
  startConcord,
  startNotifyStandIn,
  startPushStandIn,
  startWebhookStandIn,
} from '@concord/testing';

type Mine = ReplyOf<'addContact'>;
const mine = '/me/contact-methods';

let notify: NotifyStandIn;
let push: PushStandIn;
let webhook: WebhookStandIn;
let concord: Concord;

beforeAll(async () => {
  [notify, push, webhook] = await Promise.all([
    startNotifyStandIn(),
    startPushStandIn(),
    startWebhookStandIn(),
  ]);
  const sender = senderFor({ notify: notify.settings, vapid: push.settings, webhook: webhook.settings });
  concord = await startConcord({ sender });
});
afterEach(() => notify.fail(undefined));
afterAll(async () => {
  await concord.stop();
  await Promise.all([notify.stop(), push.stop(), webhook.stop()]);
});

const add = (who: Person, address: object, label?: string) =>
  who.post<Mine & Problem>(mine, { address, label });
const sms = (number: string) => ({ channel: 'sms', number });
const codeIn = (text: string | undefined): string => /\d{6}/.exec(text ?? '')?.[0] ?? 'none';
const lastSms = () => notify.sent().at(-1);
const idOf = ({ methods }: Mine, label: string) => methods.find((one) => one.label === label)?.id ?? '';

test('a number is verified by the code that was really sent to it', async () => {
  const amhp = await concord.signIn('amhp');
  const added = await add(amhp, sms('07700 900123'));
  expect(added.body).toMatchObject({
    methods: [{ channel: 'sms', label: '+447700900123', verifiedAt: null }],
    channels: ['push', 'sms', 'email', 'webhook'],
    reachesPeople: true,
    wouldHaveSent: null,
  });
  expect(lastSms()).toMatchObject({ kind: 'sms', to: '+447700900123' });

  const verify = `${mine}/${idOf(added.body, '+447700900123')}/verify`;
  const right = codeIn(lastSms()?.personalisation['message']);
  const wrong = right === '000000' ? '111111' : '000000';
  expect((await amhp.post(verify, { code: wrong })).body).toMatchObject({ code: 'wrong-code', status: 422 });
  expect((await amhp.post<Mine>(verify, { code: right })).body.methods[0]?.verifiedAt).not.toBeNull();
});

test('an e-mail address, a browser and a bleep are each verified over their own channel', async () => {
  const lead = await concord.signIn('amhp-lead');
  const browser = push.subscribe();
  await add(lead, { channel: 'email', email: 'Lead@Vale.example' });
  await add(lead, { channel: 'push', ...browser }, 'The phone in my pocket');
  const { body } = await add(lead, { channel: 'webhook', recipient: 'bleep 4471' });
  expect(body.pushKey).toBe(push.settings.publicKey);
  const codes = {
    'lead@vale.example': codeIn(lastSms()?.personalisation['subject']),
    'The phone in my pocket': codeIn(push.sent().at(-1)?.payload.glance),
    'bleep 4471': codeIn(webhook.sent().at(-1)?.subject),
  };
  for (const [label, code] of Object.entries(codes)) {
    const verified = await lead.post<Mine>(`${mine}/${idOf(body, label)}/verify`, { code });
    expect([label, verified.status]).toEqual([label, 200]);
  }
});

test('five wrong guesses spend a code; a new one is another', async () => {
  const crew = await concord.signIn('crew');
  const { body } = await add(crew, sms('07700 900001'));
  const id = idOf(body, '+447700900001');
  const first = codeIn(lastSms()?.personalisation['message']);
  const wrong = first === '000000' ? '111111' : '000000';
  for (let guess = 1; guess <= 5; guess += 1) await crew.post(`${mine}/${id}/verify`, { code: wrong });
  const spent = await crew.post(`${mine}/${id}/verify`, { code: first });
  expect(spent.body).toMatchObject({ code: 'wrong-code', detail: 'That code is spent. Send a new one.' });

  await crew.post(`${mine}/${id}/code`);
  const code = codeIn(lastSms()?.personalisation['message']);
  expect((await crew.post(`${mine}/${id}/verify`, { code })).status).toBe(200);
});

test('they are tried in the order their owner says, and one taken away is gone', async () => {
  const inspector = await concord.signIn('inspector');
  await add(inspector, sms('07700 900010'));
  await add(inspector, sms('07700 900011'));
  const { body } = await add(inspector, sms('07700 900012'));
  const labels = ({ methods }: Mine) => methods.map(({ label }) => label.slice(-2));
  expect(labels(body)).toEqual(['10', '11', '12']);
  const ids = body.methods.map(({ id }) => id);
  const ordered = await inspector.post<Mine>(`${mine}/order`, { methodIds: [ids[2], ids[0]] });
  expect(labels(ordered.body)).toEqual(['12', '10', '11']);
  const left = await inspector.post<Mine>(`${mine}/${ids[0] ?? ''}/remove`);
  expect(labels(left.body)).toEqual(['12', '11']);
  expect((await inspector.post(`${mine}/${ids[0] ?? ''}/remove`)).status).toBe(404);
});

test('nobody reads, verifies, tests or takes away what is another’s', async () => {
  const [nurse, manager] = await concord.signInAs('suite-nurse', 'manager');
  const { body } = await add(nurse, sms('07700 900020'));
  const id = idOf(body, '+447700900020');
  const code = codeIn(lastSms()?.personalisation['message']);
  expect((await manager.get<Mine>(mine)).body.methods).toEqual([]);
  for (const [step, given] of [
    ['verify', { code }],
    ['code', {}],
    ['test', {}],
    ['remove', {}],
  ] as const)
    expect((await manager.post(`${mine}/${id}/${step}`, given)).status).toBe(404);
});

test('what a provider refuses is said in words, stays visible, and is mended by the next that goes through', async () => {
  const coordinator = await concord.signIn('coordinator');
  notify.fail(notifyErrors.badNumber);
  const refused = await add(coordinator, sms('07700 900030'));
  expect(refused.body).toMatchObject({
    code: 'provider-failed',
    status: 502,
    details: { why: 'address-refused' },
  });
  const seen = await coordinator.get<Mine>(mine);
  expect(seen.body.methods).toMatchObject([{ failing: 'address-refused', verifiedAt: null }]);
  notify.fail(undefined);
  const id = seen.body.methods[0]?.id ?? '';
  expect((await coordinator.post<Mine>(`${mine}/${id}/code`)).body.methods[0]?.failing).toBeNull();
});

test('a test goes only to an address that is verified', async () => {
  const superintendent = await concord.signIn('superintendent');
  const { body } = await add(superintendent, sms('07700 900040'));
  const id = body.methods[0]?.id ?? '';
  expect((await superintendent.post(`${mine}/${id}/test`)).body).toMatchObject({
    code: 'not-allowed-in-this-state',
  });
  await superintendent.post(`${mine}/${id}/verify`, { code: codeIn(lastSms()?.personalisation['message']) });
  expect((await superintendent.post(`${mine}/${id}/test`)).status).toBe(200);
  expect(lastSms()?.personalisation['message']).toContain('this is a test');
});

test('nobody can have a stranger rung without end', async () => {
  const director = await concord.signIn('director');
  const { body } = await add(director, sms('07700 900050'));
  const id = body.methods[0]?.id ?? '';
  const again = () => director.post<Problem>(`${mine}/${id}/code`);
  for (let sent = 2; sent <= 10; sent += 1) expect((await again()).status).toBe(200);
  const before = notify.sent().length;
  expect((await again()).body).toMatchObject({ code: 'too-soon', status: 429 });
  expect(notify.sent()).toHaveLength(before);
});

test.each([
  [{ channel: 'sms', number: 'ring me' }, 'invalid'],
  [{ channel: 'email', email: 'no address' }, 'invalid'],
  [
    { channel: 'push', endpoint: 'https://intranet.example/', p256dh: 'A'.repeat(87), auth: 'A'.repeat(22) },
    'channel-not-offered',
  ],
  [sms('07700 900099'), 'ok'],
  [sms('+44 (0)7700 900099'), 'contact-exists'],
  [sms('0044 7700 900099'), 'contact-exists'],
])('%j: %s', async (address, code) => {
  const amhp = await concord.signIn('amhp');
  expect((await add(amhp, address)).body.code ?? 'ok').toBe(code);
});

test('no address reaches the board or the journal', async () => {
  const controller = await concord.signIn('controller');
  const journal = JSON.stringify((await controller.get('journal?limit=2000')).body);
  for (const address of ['+447700', 'vale.example', 'bleep 4471']) expect(journal).not.toContain(address);
});
