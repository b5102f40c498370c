import type { Named } from '@concord/domain';
import type { Concord } from '@concord/testing';
import { startConcord } from '@concord/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { violations } from './axe';
import { Window, comesToBe, hasFocus, openBrowser, seenWithinASecond } from './browser';

let concord: Concord;
let browser: Browser;

beforeAll(async () => {
  concord = await startConcord({ now: '2026-11-22T09:00:00Z' });
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
const rota = async (persona: string, name: string, theme: 'light' | 'dark' = 'light'): Promise<Window> => {
  const window = await (await Window.open(browser, concord.address, { theme })).signInAs(persona);
  await window.page.goto('/on-call');
  await window.live();
  await window.page.getByRole('button', { name, exact: true }).click();
  await window.page.getByRole('grid', { name: `${name}, by day` }).waitFor();
  return window;
};
/** Opens a form as the keyboard does, and says whether its first field has the focus. */
const open = async (page: Page, button: string, form: string): Promise<Locator> => {
  await page.getByRole('button', { name: button }).focus();
  await page.keyboard.press('Enter');
  const shown = page.getByRole('form', { name: form });
  await shown.waitFor();
  const first = shown.locator('input, select').first();
  await comesToBe(() => hasFocus(first), true);
  return shown;
};

test('what a rota is called, whom it serves and its agreed hours are changed by keyboard', async () => {
  const window = await rota('coordinator', 'Director on call');
  const { page } = window;
  const form = await open(page, 'Name, districts, hours', 'Change Director on call');
  await page.keyboard.type(', trust');
  await form.getByLabel('Most hours in a week, as agreed').focus();
  await page.keyboard.type('none');
  await form.getByText('Hours above 0, at most 168').waitFor();
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('Backspace');
  await page.keyboard.type('72');
  await form.getByRole('checkbox').first().focus();
  await page.keyboard.press('Space');
  expect(await violations(page)).toEqual([]);
  await form.getByLabel('Name of the rota').focus();
  await page.keyboard.press('Enter');
  await seenWithinASecond(page.getByRole('grid', { name: 'Director on call, trust, by day' }));
  await seenWithinASecond(page.getByText('Agreed at most: 72 h a week.'));
  // A week each is more than was agreed: it is said ahead, and one district only is served.
  await page
    .getByText(/in the week on Director on call, trust, 72 h agreed/)
    .first()
    .waitFor();
  await page
    .getByText(/Nobody as/)
    .first()
    .waitFor();
  await comesToBe(() => hasFocus(page.getByRole('button', { name: 'Name, districts, hours' })), true);
  await window.close();
});

describe.each(['light', 'dark'] as const)('a temporary rota, %s', (theme) => {
  const day = theme === 'light' ? '24' : '26';

  test('is made by hand, its impossible times refused beside their fields', async () => {
    const window = await rota('coordinator', 'Mental health on-call manager', theme);
    const { page } = window;
    const form = await open(page, 'Temporary rota', 'Temporary rota');
    await page.keyboard.type(`Strike of the ${day}th`);
    await page.keyboard.press('Enter');
    await form.getByText('Choose who.').waitFor();
    await form.getByText('Say why.').waitFor();
    const side = (name: string) => form.getByRole('group', { name, exact: true });
    const say = async (name: string, date: string, time: string) => {
      await side(name).getByLabel('day').fill(date);
      await side(name).getByLabel('time').fill(time);
    };
    await form.getByLabel('Why').fill('Half of the team is out');
    await say('In force from', `2026-11-${day}`, '08:00');
    await say('In force to', `2026-11-${day}`, '07:00');
    await form.getByLabel('Shift 1, who').selectOption({ label: person('night-manager').name });
    await form.getByRole('button', { name: 'Make this temporary rota' }).click();
    await side('In force to').getByText('Later than it begins.').waitFor();
    await say('In force to', `2026-11-${day}`, '20:00');
    await say('Shift 1 to', `2026-11-${day}`, '14:00');
    await form.getByRole('button', { name: 'Add a shift' }).click();
    await form.getByLabel('Shift 2, who').selectOption({ label: person('manager').name });
    await say('Shift 2 to', `2026-11-${day}`, '21:00');
    expect(await violations(page)).toEqual([]);
    await form.getByRole('button', { name: 'Make this temporary rota' }).click();
    await side('Shift 2 to').getByText('Not after the temporary rota ends.').waitFor();
    await say('Shift 2 to', `2026-11-${day}`, '20:00');
    await form.getByRole('button', { name: 'Make this temporary rota' }).click();
    await seenWithinASecond(page.getByText(`Temporary rota Strike of the ${day}th`));
    await window.close();
  });
});

test('a rota is ended at a time to come or at once, with what is left of its duty said beforehand', async () => {
  const window = await rota('inspector', 'Superintendent on call');
  const { page } = window;
  const form = await open(page, 'End this rota', 'End Superintendent on call');
  await form.getByText('this is the only rota of that duty').waitFor();
  await form.getByLabel('Ends, day').fill('2026-11-20');
  await form.getByRole('button', { name: 'End it then' }).click();
  await form.getByRole('group', { name: 'Ends' }).getByText('Say a time to come').waitFor();
  await form.getByLabel('Ends, day').fill('2026-11-25');
  expect(await violations(page)).toEqual([]);
  await form.getByRole('button', { name: 'End it then' }).click();
  await seenWithinASecond(page.getByText('Wed 25-Nov-2026 09:00').first());
  await form.waitFor({ state: 'detached' });
  const again = await open(page, 'End this rota', 'End Superintendent on call');
  await again.getByRole('button', { name: 'End it now' }).click();
  await seenWithinASecond(page.getByText('Ended', { exact: true }));
  await page.getByRole('button', { name: 'End this rota' }).waitFor({ state: 'detached' });
  await window.close();
});
