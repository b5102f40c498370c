import { startSmtpStandIn, type SmtpStandIn } from '@concord/testing';
import { smtpEmail } from './smtp';
import { alarm } from './test-support/message';

let server: SmtpStandIn;
beforeAll(async () => {
  server = await startSmtpStandIn();
});
afterEach(() => server.fail(undefined));
afterAll(() => server.stop());

const priya = { channel: 'email', email: 'priya.nair@vale.example' } as const;
const send = (to = priya) => smtpEmail(server.settings).send(alarm, to);

test('an e-mail arrives whole, says that a machine wrote it, and has its id as Message-ID', async () => {
  expect(await send()).toEqual({ outcome: 'handed-over' });
  const mail = server.sent().at(-1);
  expect(mail).toMatchObject({ from: 'concord@harrowdale.example', to: ['priya.nair@vale.example'] });
  expect(mail?.raw).toContain(`Message-ID: <${alarm.id}@harrowdale.example>`);
  expect(mail?.raw).toContain('Auto-Submitted: auto-generated');
  expect(mail?.raw).toContain(`Subject: ${alarm.subject}`);
  expect(mail?.raw).toContain(alarm.body);
});

test.each([
  ['knows no such mailbox', { at: 'recipient', code: 550 }, { outcome: 'never', why: 'address-refused' }],
  ['is busy', { at: 'recipient', code: 450 }, { outcome: 'try-later', why: 'too-fast' }],
  ['will not carry this', { at: 'message', code: 554 }, { outcome: 'never', why: 'message-refused' }],
  ['has no room just now', { at: 'message', code: 452 }, { outcome: 'try-later', why: 'too-fast' }],
] as const)('a server that %s', async (_says, failure, outcome) => {
  server.fail(failure);
  expect(await send()).toEqual(outcome);
});

test('a wrong password may be put right: it is to be tried later', async () => {
  expect(await smtpEmail(server.wrongPassword).send(alarm, priya)).toEqual({
    outcome: 'try-later',
    why: 'not-let-in',
  });
});

test('with no server there it is to be tried later', async () => {
  const nowhere = { ...server.settings, url: 'smtp://127.0.0.1:9' };
  expect(await smtpEmail(nowhere).send(alarm, priya)).toEqual({ outcome: 'try-later', why: 'provider-down' });
});

test('an address cannot smuggle in a second one', async () => {
  const two = { channel: 'email', email: 'priya@vale.example, everybody@vale.example' } as const;
  const before = server.sent().length;
  await smtpEmail(server.settings).send(alarm, two);
  expect(
    server
      .sent()
      .slice(before)
      .flatMap(({ to }) => to),
  ).not.toContain('everybody@vale.example');
});
