import type { Named } from '@concord/domain';
import type { Concord } from '@concord/testing';
import { startConcord } from '@concord/testing';
import type { Browser, Page } from 'playwright-core';
import { violations } from './axe';
import {
  DESK,
  PHONE,
  Window,
  comesToBe,
  hasFocus,
  openBrowser,
  picture,
  scrollsSideways,
  seenWithinASecond,
} from './browser';

let concord: Concord;
let browser: Browser;

beforeAll(async () => {
  // Eight days before the clocks go back: that night is in the week after.
  concord = await startConcord({ now: '2026-10-17T09:00:00Z' });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await concord?.stop();
});

const person = (key: string): Named => {
  const found = concord.ids.people[key];
  if (!found) throw new Error(`nobody is ${key}`);
  return found;
};
const onCall = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'On call' }).click();
  await page.getByRole('heading', { name: 'On call', exact: true }).waitFor();
  await page.getByRole('grid').waitFor();
};
const rota = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const opened = async (theme: 'light' | 'dark', persona: string, viewport = DESK): Promise<Window> =>
  (await Window.open(browser, concord.address, { viewport, theme })).signInAs(persona);

describe.each(['light', 'dark'] as const)('on call, %s', (theme) => {
  it('says who is on now, what is wrong ahead and each week of a rota, without a fault of access', async () => {
    const window = await opened(theme, 'amhp-lead');
    const { page } = window;
    await onCall(page);
    await rota(page, 'AMHPs, second call');
    await page.getByRole('grid', { name: 'AMHPs, second call, by day' }).waitFor();
    await page.getByRole('grid').scrollIntoViewIfNeeded();
    if (theme === 'light') await picture(page, 'on-call');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Later week' }).click();
    await page.getByText('Clocks go back: 25 hours').waitFor();
    await page.getByRole('button', { name: 'Shifts from a file' }).click();
    await page.getByRole('button', { name: 'Add somebody' }).click();
    await page.getByRole('form', { name: 'Add somebody' }).waitFor();
    await page.getByRole('button', { name: 'Change Day hub' }).click();
    await page.getByRole('form', { name: 'Change Day hub' }).waitFor();
    await page.getByRole('button', { name: 'Make a rota' }).click();
    await page.getByRole('form', { name: 'New rota' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await window.close();
  });

  it('is a phone screen for whoever takes turns', async () => {
    const window = await opened(theme, 'manager', PHONE);
    const { page } = window;
    await page.goto('/rota');
    await page.getByRole('button', { name: 'Offer a swap' }).first().click();
    await page.getByRole('form', { name: 'Offer a swap' }).waitFor();
    if (theme === 'light') await picture(page, 'my-rota');
    expect(await violations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await window.close();
  });
});

it('is kept by keyboard alone: somebody replaced from the grid, and put back', async () => {
  const window = await opened('light', 'coordinator');
  const { page } = window;
  await onCall(page);
  await rota(page, 'Mental health on-call manager');
  const cell = page.locator('[role="gridcell"][data-at="0/2"]');
  await page.locator('[role="gridcell"][tabindex="0"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await comesToBe(() => hasFocus(cell), true);
  await page.keyboard.press('r');
  const form = page.getByRole('form', { name: 'Put one in the place of another' });
  await form.getByLabel('Who goes off').selectOption({ label: person('manager').name });
  await form.getByLabel('Who comes on').selectOption({ label: person('night-manager').name });
  await form.getByLabel('Why').fill('Unwell');
  await page.keyboard.press('Enter');
  await seenWithinASecond(page.getByText(/Edmund Fallowes for Rosalind Copperleaf/));
  await comesToBe(() => hasFocus(cell), true);
  await seenWithinASecond(cell.getByText('override').first());
  await page.getByRole('button', { name: 'Take back' }).click();
  await seenWithinASecond(page.getByText('Nothing is put over the layers from now on.'));
  await page.locator('[role="gridcell"][tabindex="0"]').focus();
  await page.keyboard.press('Delete');
  const off = page.getByRole('form', { name: 'Take somebody off' });
  await off.getByLabel('Why').fill('Leave');
  await page.keyboard.press('Enter');
  await seenWithinASecond(page.getByText('Gap', { exact: true }).first());
  await window.close();
});

it('a layer put over the others fills its hours as soon as it is added', async () => {
  const window = await opened('light', 'coordinator');
  const { page } = window;
  await onCall(page);
  await rota(page, 'Mental health on-call manager');
  await page.getByRole('button', { name: 'Add a layer' }).click();
  const form = page.getByRole('form', { name: 'Add a layer' });
  await form.getByLabel('Name of the layer').fill('Weekdays');
  await form.getByLabel('Add to the turns').selectOption({ label: person('night-manager').name });
  await form.getByLabel('Handed over at').fill('09:00');
  await form.getByLabel('Counts at').fill('Mon-Fri 09:00-17:00');
  await form.getByLabel('First turn on').fill('2026-10-01');
  await form.getByRole('button', { name: 'Add this layer' }).click();
  await seenWithinASecond(page.getByRole('rowheader', { name: 'Weekdays' }));
  await page.getByRole('button', { name: 'Change Weekdays' }).click();
  await page.getByRole('button', { name: 'End this layer now' }).click();
  // It has counted today, so this week still shows it; the next does not.
  await page.getByRole('button', { name: 'Change Weekdays' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Later week' }).click();
  await page.getByRole('rowheader', { name: 'Weekdays' }).waitFor({ state: 'detached' });
  await window.close();
});

it('a swap offered on one telephone is accepted on another, and both see it', async () => {
  const mine = await opened('light', 'manager', PHONE);
  await mine.page.goto('/rota');
  const cards = mine.page.locator('section', { hasText: 'Offer a swap' });
  await cards.last().getByRole('button', { name: 'Offer a swap' }).click();
  const form = mine.page.getByRole('form', { name: 'Offer a swap' });
  await form.getByLabel('Offer it to').selectOption({ label: person('night-manager').name });
  await form.getByLabel('Why').fill('School play');
  await form.getByRole('button', { name: 'Offer it' }).click();
  await seenWithinASecond(mine.page.getByText('It is yours until they accept.'));
  const other = await concord.signIn('night-manager');
  const board = await other.watch();
  const [given] = [...board.state().rota.values()].flatMap(({ id, swaps }) =>
    swaps.map((swap) => ({ id, swap })),
  );
  await other.post(`rotas/${given?.id ?? ''}/swaps/${given?.swap.id ?? ''}/answer`, { accepts: true });
  await mine.page.getByText('It is yours until they accept.').waitFor({ state: 'detached' });
  await mine.close();
});
