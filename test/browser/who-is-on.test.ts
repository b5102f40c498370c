import { dataSourceFor, openIdentity } from '@concord/postgres';
import type { Concord } from '@concord/testing';
import { startConcord } from '@concord/testing';
import type { Browser } from 'playwright-core';
import { violations } from './axe';
import { PHONE, Window, openBrowser, picture, scrollsSideways, seenWithinASecond } from './browser';

let concord: Concord;
let browser: Browser;

beforeAll(async () => {
  concord = await startConcord({ now: '2026-11-22T12:00:00Z' });
  const source = await dataSourceFor(concord.databaseUrl, { connections: 2 }).initialize();
  const { contacts } = openIdentity(source);
  for (const { userId } of await concord.store.people(concord.areaId)) {
    const method = await contacts.add(userId, { channel: 'sms', number: '+447700900123' }, 'Mine');
    await contacts.tryCode(userId, method?.id ?? '', await contacts.newCode(method?.id ?? ''));
  }
  await source.destroy();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await concord?.stop();
});

const card = (window: Window, duty: string) =>
  window.page.locator('section', { has: window.page.getByRole('heading', { name: duty, exact: true }) });

describe.each(['light', 'dark'] as const)('who is on call, on a phone, %s', (theme) => {
  it('tells a crew who is on for every duty, and how to ring those whom they ring', async () => {
    const window = await (
      await Window.open(browser, concord.address, { theme, viewport: PHONE })
    ).signInAs('crew');
    const { page } = window;
    await page.getByText('Menu', { exact: true }).click();
    await page.getByRole('link', { name: 'Who is on call' }).click();
    await page.getByRole('heading', { name: 'On call now' }).waitFor();
    await card(window, 'Duty inspector').getByRole('link', { name: 'Ring +447700900123' }).waitFor();
    expect(await card(window, 'Director on call').getByRole('link').count()).toBe(0);
    await card(window, 'Director on call').getByText('Until 09:00 Mon 23-Nov, then').waitFor();
    if (theme === 'light') await picture(page, 'who-is-on');
    expect(await violations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await window.close();
  });
});

it('puts a duty with nobody first, in words, as soon as it is so, on a phone as at a desk', async () => {
  const phone = await (
    await Window.open(browser, concord.address, { viewport: PHONE })
  ).signInAs('suite-nurse');
  await phone.page.goto('/who-is-on');
  await phone.live();
  const desk = await (await Window.open(browser, concord.address)).signInAs('controller');
  await desk.page.goto('/on-call');
  await desk.live();
  await desk.page.getByRole('link', { name: '+447700900123' }).first().waitFor();
  const coordinator = await concord.signIn('coordinator');
  const rotas = await concord.store.list(concord.areaId, 'rota');
  const { id } = rotas.find(({ duty }) => duty === 'director-on-call') ?? { id: '' };
  await coordinator.post(`rotas/${id}/end`);
  const first = phone.page.locator('section').first();
  await seenWithinASecond(first.getByText('Nobody on call', { exact: true }));
  await seenWithinASecond(desk.page.locator('tr[data-gap]').getByText('Nobody on call'));
  await phone.close();
  await desk.close();
});
