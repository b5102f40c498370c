import type { Concord } from '@concord/testing';
import { Journey, startConcord } from '@concord/testing';
import type { Browser } from 'playwright-core';
import { violations } from './axe';
import { DESK, openBrowser, PHONE, Window } from './browser';

let concord: Concord;
let browser: Browser;

beforeAll(async () => {
  concord = await startConcord();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await concord?.stop();
});

const shot = (name: string) => `${process.env['SCREENSHOT_DIR'] ?? ''}/${name}.png`;

test.each(['light', 'dark'] as const)(
  'an AMHP adds a number and verifies it by its code, on a phone, %s',
  async (theme) => {
    const window = await Window.open(browser, concord.address, { viewport: PHONE, theme });
    const { page } = await window.signInAs('amhp');
    await page.getByRole('link', { name: 'How I am reached' }).click();
    if (theme === 'light') await page.getByText('Nothing reaches you outside Concord.').waitFor();
    const number = theme === 'light' ? '07700 900123' : '07700 900456';
    await page.getByLabel('Mobile number').fill(number);
    await page.getByRole('button', { name: 'Add, and send a code' }).click();
    // Nothing leaves a demo: what would have gone out is shown instead.
    const said = page.getByRole('status', { name: 'What would have been sent' });
    const code = /code is (\d{6})/.exec((await said.textContent()) ?? '')?.[1] ?? '';
    const card = page.locator('[data-testid="contact"]', { hasText: number.slice(1).replace(' ', '') });
    await card.getByText('Not verified: not used').waitFor();
    expect(await violations(page)).toEqual([]);
    if (process.env['SCREENSHOT_DIR'])
      await page.screenshot({ path: shot(`contacts-${theme}`), fullPage: true });
    await card.getByLabel('Code that was sent there').fill('000000' === code ? '111111' : '000000');
    await card.getByRole('button', { name: 'Verify' }).click();
    await card.getByText('That is not the code that was sent there.').waitFor();
    await card.getByLabel('Code that was sent there').fill(code);
    await card.getByRole('button', { name: 'Verify' }).click();
    await card.getByText('Verified', { exact: true }).waitFor();
    await card.getByRole('button', { name: 'Send a test' }).click();
    await page.getByText('Nothing has happened. An alarm would reach you here.').waitFor();
    await window.close();
  },
);

test('a number just added stays in sight, though an older list comes in after it', async () => {
  const window = await Window.open(browser, concord.address, { viewport: PHONE });
  const { page } = await window.signInAs('amhp-2');
  await page.getByRole('link', { name: 'How I am reached' }).click();
  await page.getByLabel('Mobile number').waitFor();
  const added = page.locator('[data-testid="contact"]', { hasText: '7700900789' });
  let asked = () => {};
  const oldList = new Promise<void>((resolve) => (asked = resolve));
  await page.route('**/me/contact-methods', async (route) => {
    if (route.request().method() === 'POST') {
      await Promise.race([oldList, page.waitForTimeout(500)]);
      return route.continue();
    }
    const response = await route.fetch();
    asked();
    await added.waitFor();
    return route.fulfill({ response });
  });
  await page.getByLabel('Mobile number').fill('07700 900789');
  await page.getByRole('button', { name: 'Add, and send a code' }).click();
  await added.waitFor();
  await page.waitForTimeout(300);
  expect(await added.count()).toBe(1);
  await window.close();
});

test.each(['light', 'dark'] as const)(
  'the control room sees what would have gone out, to whom and how, %s',
  async (theme) => {
    const control = await concord.signIn('controller');
    const journey = await Journey.open(control);
    await journey.detain();
    await concord.advance({ minutes: 21 });
    const window = await Window.open(browser, concord.address, { viewport: DESK, theme });
    const { page } = await window.signInAs('controller');
    await page.getByRole('link', { name: 'Sent', exact: true }).click();
    await page.getByText('nothing leaves this installation').waitFor();
    const row = page.getByRole('row', { name: new RegExp(`${journey.ref}: Place of safety found`) });
    await row.first().getByText('not sent: no provider here').waitFor();
    // Another falls due while the page is open.
    await concord.advance({ minutes: 10 });
    await page
      .getByRole('row', { name: new RegExp(`${journey.ref}: Place of safety found OVER`) })
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    if (process.env['SCREENSHOT_DIR']) await page.screenshot({ path: shot(`sent-${theme}`) });

    await page.goto(`/incident/${journey.incidentId}/record`);
    const escalations = page.getByRole('table', { name: 'Escalations' });
    await escalations.getByText('not sent: no provider here').first().waitFor();
    if (process.env['SCREENSHOT_DIR']) await escalations.screenshot({ path: shot(`record-${theme}`) });
    await window.close();
  },
);

test('a push is shown as a reference alone, and the same one again takes its place', async () => {
  const window = await Window.open(browser, concord.address);
  const { page, context } = await window.signInAs('controller');
  await context.grantPermissions(['notifications'], { origin: concord.address });
  const devtools = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) =>
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      if (registrations[0]) resolve(registrations[0].registrationId);
    }),
  );
  await devtools.send('ServiceWorker.enable');
  await page.evaluate(
    `navigator.serviceWorker.register('/push-worker.js').then(() => navigator.serviceWorker.ready).then(() => null)`,
  );
  const registrationId = await registered;
  const push = (data: object) =>
    devtools.send('ServiceWorker.deliverPushMessage', {
      origin: concord.address,
      registrationId,
      data: JSON.stringify(data),
    });
  const shown = () =>
    page.evaluate<string[][]>(
      `navigator.serviceWorker.ready.then((r) => r.getNotifications()).then((all) => all.map((n) => [n.title, n.body, n.tag]))`,
    );
  // Chromium forgets a notification it is asked about while it is still putting it up: such a push is sent again.
  const pushUntilShown = async (message: { id: string; glance: string }) => {
    for (let tries = 0; tries < 30; tries += 1) {
      await push(message);
      await page.waitForTimeout(500);
      if ((await shown()).some(([, , tag]) => tag === message.id)) return;
    }
  };
  await pushUntilShown({ id: 'message-1', glance: 'HV-1001' });
  await pushUntilShown({ id: 'message-1', glance: 'HV-1001' });
  await pushUntilShown({ id: 'message-2', glance: 'HV-1002' });
  expect((await shown()).sort()).toEqual([
    ['Concord', 'HV-1001', 'message-1'],
    ['Concord', 'HV-1002', 'message-2'],
  ]);
  await window.close();
});
