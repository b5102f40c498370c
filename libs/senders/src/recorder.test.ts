import { recorder } from './recorder';

const toTheAmhp = {
  id: 'n-1',
  to: 'Priya Nair',
  role: 'amhp',
  glance: 'HV-0042',
  subject: 'HV-0042: no place of safety found',
  body: 'The agreed 30 minutes have passed.',
};

test('what would have gone out can be read back, in order, and is never called sent', async () => {
  const { send, sent, reachesPeople } = recorder();
  const first = await send(toTheAmhp, null);
  await send({ ...toTheAmhp, id: 'n-2', to: 'Tom Okafor' }, { channel: 'sms', number: '07700 900123' });

  expect(sent().map(({ id, to }) => [id, to])).toEqual([
    ['n-1', 'Priya Nair'],
    ['n-2', 'Tom Okafor'],
  ]);
  expect(first).toEqual({ outcome: 'recorded' });
  expect(reachesPeople).toBe(false);
});

test('a message sent twice shows up twice, so that a doubled notification cannot hide', async () => {
  const { send, sent } = recorder();
  await send(toTheAmhp, null);
  await send(toTheAmhp, null);
  expect(sent()).toHaveLength(2);
});

test('a list once read stays as it was, and later changes to a message do not rewrite it', async () => {
  const { send, sent } = recorder();
  const message = { ...toTheAmhp };
  await send(message, null);
  const read = sent();
  message.subject = 'changed afterwards';
  await send(message, null);

  expect(read).toHaveLength(1);
  expect(sent()[0]?.subject).toBe(toTheAmhp.subject);
});
