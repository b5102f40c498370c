import { dataSourceFor, openIdentity } from '@concord/postgres';
import type { Concord } from '@concord/testing';
import { startConcord } from '@concord/testing';
import type { Browser } from 'playwright-core';
import { violations } from './axe';
import { DESK, openBrowser, PHONE, picture, seenWithinASecond, Window } from './browser';

let concord: Concord;
let browser: Browser;

/** Everybody has a number that they have proved theirs, but the director on call and one inspector. */
const almostEverybodyReachable = async (): Promise<void> => {
  const source = await dataSourceFor(concord.databaseUrl, { connections: 2 }).initialize();
  const { contacts } = openIdentity(source);
  const not = ['director', 'night-director', 'inspector'].map((key) => concord.ids.people[key]?.userId);
  for (const { userId } of await concord.store.people(concord.areaId)) {
    if (not.includes(userId)) continue;
    const method = await contacts.add(userId, { channel: 'webhook', recipient: 'bleep 1' }, 'bleep 1');
    await contacts.tryCode(userId, method?.id ?? '', await contacts.newCode(method?.id ?? ''));
  }
  await source.destroy();
};

beforeAll(async () => {
  concord = await startConcord({ now: '2026-11-22T05:30:00Z' });
  await almostEverybodyReachable();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await concord?.stop();
});

it('says before the first night that nobody has looked, and after it what is to be put right', async () => {
  const window = await (await Window.open(browser, concord.address)).signInAs('coordinator');
  const { page } = window;
  await page.getByRole('link', { name: 'On call' }).click();
  await page.getByText('Not looked at yet').waitFor();
  await page.getByRole('link', { name: 'Who would be reached' }).click();
  await page.getByText('No night has passed yet').waitFor();
  await concord.advance({ minutes: 30 });
  await seenWithinASecond(page.getByText(/The nightly look was made at Sun 22-Nov-2026 06:00/));
  await seenWithinASecond(page.getByText(/has no verified contact method/));
  await window.close();
});

describe.each(['light', 'dark'] as const)('who would be reached, %s', (theme) => {
  it.each([
    ['a desk', DESK],
    ['a telephone', PHONE],
  ])('on %s shows the worst first, with what to do, without a fault of access', async (where, viewport) => {
    const window = await (
      await Window.open(browser, concord.address, { theme, viewport })
    ).signInAs('manager');
    const { page } = window;
    await page.goto('/on-call/reach');
    await page.getByRole('table', { name: 'To put right' }).waitFor();
    await page.locator('summary').first().click();
    await page.getByText('Bed found: after 4 h').first().waitFor();
    if (theme === 'light' && where === 'a desk') await picture(page, 'reach');
    expect(await violations(page)).toEqual([]);
    await window.close();
  });
});

it('is looked at again by keyboard, and leads to the rota', async () => {
  const window = await (await Window.open(browser, concord.address)).signInAs('manager');
  const { page } = window;
  await page.goto('/on-call/reach');
  await window.live();
  const again = page.getByRole('button', { name: 'Look again now' });
  await again.focus();
  await page.keyboard.press('Enter');
  await seenWithinASecond(page.getByText(/Rosalind Copperleaf looked at/));
  await page.getByRole('link', { name: 'Director on call' }).first().press('Enter');
  await page.getByRole('grid', { name: 'Director on call, by day' }).waitFor();
  await window.close();
});
