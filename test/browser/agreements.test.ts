import type { Concord } from '@concord/testing';
import { Journey, startConcord } from '@concord/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { violations } from './axe';
import { Window, comesToBe, openBrowser, picture, scrollsSideways, seenWithinASecond } from './browser';
import { ByKeys } from './by-keys';

const START = '2026-11-22T02:00:00Z';

let concord: Concord;
let browser: Browser;
const windows: Window[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(async () => {
  concord = await startConcord({ now: START });
});
afterEach(async () => {
  try {
    for (const window of windows.splice(0)) await window.close();
  } finally {
    await concord.stop();
  }
});
afterAll(() => browser.close());

const as = async (persona: string, theme: 'light' | 'dark' = 'light'): Promise<Page> => {
  const window = await Window.open(browser, concord.address, { theme });
  windows.push(window);
  await window.signInAs(persona);
  const views = window.page.getByRole('navigation', { name: 'Views' });
  await views.getByRole('link', { name: 'Agreement' }).click();
  await window.page.getByRole('heading', { level: 1, name: 'Agreement' }).waitFor();
  return window.page;
};
const version = (page: Page, number: number): Locator => page.locator(`tr[data-version="${number}"]`);
const part = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('navigation', { name: /^Version/ })
    .getByRole('link', { name })
    .click();
const wait = (page: Page, label: string): Locator => page.locator('summary', { hasText: label });
const state = (page: Page): Locator => page.getByTestId('save-state');
const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save draft' }).click();

const draftFrom = async (page: Page, base = 1): Promise<void> => {
  await page.getByRole('button', { name: `Draft from version ${base}` }).click();
  await page.getByRole('form', { name: /^Write version/ }).waitFor();
};
const dated = async (page: Page, day: string, time: string): Promise<void> => {
  await page.getByLabel('Takes effect, day').fill(day);
  await page.getByLabel('time', { exact: true }).fill(time);
};
/** An incident that has waited so long for a place that every step has fired. */
const waited = async (minutes: number): Promise<Journey> => {
  const journey = await Journey.open(await concord.signIn('controller'));
  await journey.detain();
  await concord.advance({ minutes });
  return journey;
};

it('goes round once by two people: drafted, refused, put right, compared, tried on the past, approved, in force', async () => {
  const before = await waited(40);
  const manager = await as('manager');
  await version(manager, 1).getByText('IN FORCE', { exact: true }).waitFor();
  await version(manager, 1).getByText('SAMPLE', { exact: true }).waitFor();
  expect(await violations(manager)).toEqual([]);
  await draftFrom(manager);

  // What could not be kept is said beside its control, and not saved.
  await manager.getByLabel('Title').fill('Winter agreement');
  await wait(manager, 'Place of safety found').click();
  await manager.getByLabel('Over after, minutes').fill('10');
  await save(manager);
  const over = manager.getByLabel('Over after, minutes');
  await manager
    .getByText('Place of safety found: soon, due and over must rise.', { exact: true })
    .first()
    .waitFor();
  expect(await over.getAttribute('aria-invalid')).toBe('true');
  await comesToBe(
    () => manager.evaluate(`document.activeElement.closest('[data-field]')?.dataset.field`),
    'thresholds.1.overAfterMinutes',
  );
  const ladder = manager.getByRole('group', { name: 'Place of safety found: who is called' });
  await ladder.getByText('Place of safety found: nobody is called when it is over.').waitFor();
  expect(await violations(manager)).toEqual([]);

  await manager.getByLabel('Soon after, minutes').fill('5');
  await manager.getByLabel('Due after, minutes').fill('5');
  await ladder.getByLabel('Minutes after the clock’s start').nth(0).fill('5');
  await ladder.getByLabel('Minutes after the clock’s start').nth(1).fill('10');
  await dated(manager, '2026-11-22', '04:00');
  await manager.getByText('From Sun 22-Nov-2026 04:00 GMT').waitFor();
  await save(manager);
  await seenWithinASecond(state(manager).getByText('Everything is saved.'));

  await part(manager, 'Compare');
  const differ = manager.getByRole('table', { name: 'What differs' });
  const cells = async (what: string) =>
    (await differ.getByRole('row').filter({ hasText: what }).getByRole('cell').allInnerTexts()).slice(1);
  await comesToBe(() => cells('Over after'), ['CHANGED', '30 min', '10 min']);
  await comesToBe(
    () => cells('Called after 10 min'),
    ['ADDED', 'not said', 'On-call manager and Duty inspector'],
  );
  await comesToBe(() => cells('Called after 20 min'), ['REMOVED', 'Control room', 'not said']);
  await picture(manager, 'agreement-compare');

  await part(manager, 'What if');
  await manager.getByRole('button', { name: '1 day', exact: true }).click();
  await manager.getByRole('button', { name: 'Run' }).click();
  const bar = manager.getByRole('progressbar', { name: 'Days done' });
  await manager.getByTestId('headline').waitFor();
  expect(await bar.getAttribute('aria-valuetext')).toBe(
    '1 of 1 day: 1 incident, 2 steps would have fired, 2 did',
  );
  await manager.locator('summary', { hasText: before.ref }).click();
  const fired = manager.locator(`[data-incident="${before.ref}"]`);
  expect(await fired.innerText()).toMatch(/OVER\s+Sun 22-Nov-2026 02:\d\d · Place of safety found → On-call/);
  await picture(manager, 'what-if');
  expect(await violations(manager)).toEqual([]);

  await part(manager, 'Read');
  await manager.getByTestId('not-yet').getByText('somebody else must approve it').waitFor();
  expect(await manager.getByRole('button', { name: 'Approve version 2' }).count()).toBe(0);

  const inspector = await as('inspector', 'dark');
  await inspector.getByRole('link', { name: /Version 2: Winter agreement/ }).click();
  await inspector.getByRole('button', { name: 'Approve version 2' }).click();
  await inspector.getByText('SCHEDULED', { exact: true }).waitFor();
  await manager.getByText('SCHEDULED', { exact: true }).waitFor();
  expect(await violations(inspector)).toEqual([]);

  await concord.advance({ minutes: 90 });
  await manager.getByText('IN FORCE', { exact: true }).waitFor();
  const after = await waited(1);
  const control = await as('controller');
  await control.goto(`/console?incident=${after.incidentId}`);
  await control.getByRole('link', { name: 'Winter agreement, version 2' }).waitFor();
  await control.goto(`/console?incident=${before.incidentId}`);
  await control
    .getByTestId('kept-version')
    .getByText('This incident keeps version 1, under which it began.')
    .waitFor();
  await control.getByRole('link', { name: /agreed by nobody\), version 1/ }).click();
  await control.getByText('NO LONGER', { exact: true }).waitFor();
  await control.getByRole('heading', { level: 3, name: 'Place of safety found' }).waitFor();
});

it('is read by every desk, written by those who answer for it, and nobody else’s screen', async () => {
  const control = await as('controller');
  expect(await control.getByRole('button', { name: /Draft from/ }).count()).toBe(0);
  await control.getByRole('link', { name: /Version 1/ }).click();
  const handover = control.getByRole('region', { name: 'Police handover', exact: true });
  expect(await handover.innerText()).toMatch(
    /SOON 45 min[\s\S]*DUE 55 min[\s\S]*OVER 1 h[\s\S]*Only at a suite/,
  );
  expect(await handover.getByRole('listitem').allInnerTexts()).toContainEqual(
    expect.stringMatching(/After 1 h 30 min\s+On-call manager/),
  );
  await control.getByText('No area has agreed these figures.').waitFor();
  await picture(control, 'agreement');
  expect(await violations(control)).toEqual([]);
  const nav = control.getByRole('navigation', { name: 'Version 1' });
  expect(await nav.getByRole('link').allInnerTexts()).toEqual(['Read', 'Compare']);
  await part(control, 'Compare');
  await control.getByText('There is no other version yet').waitFor();

  const address = new URL(control.url()).pathname.split('/').slice(0, 3).join('/');
  await control.goto(`${address}/edit`);
  await control.getByText('Drafts are not yours to write.').waitFor();
  await control.goto('/agreements/11111111-1111-4111-8111-111111111111');
  await control.getByRole('heading', { name: 'No such version' }).waitFor();
  expect(await violations(control)).toEqual([]);

  const nurse = await Window.open(browser, concord.address);
  windows.push(nurse);
  await nurse.signInAs('suite-nurse');
  await nurse.page.getByText('Menu', { exact: true }).click();
  await nurse.page.getByRole('link', { name: 'What was agreed' }).click();
  await nurse.page.getByRole('link', { name: /Version 1/ }).click();
  await nurse.page.getByRole('heading', { name: /^Version 1/ }).waitFor();
  // She reads what binds her, and writes, approves and tries nothing.
  for (const name of ['Write', 'What if'])
    expect(await nurse.page.getByRole('link', { name, exact: true }).count()).toBe(0);
  expect(await nurse.page.getByRole('button', { name: /draft|Approve|Withdraw/i }).count()).toBe(0);
  expect(await violations(nurse.page)).toEqual([]);
});

it('keeps what is typed while somebody else saves, and puts the two together', async () => {
  const manager = await as('manager');
  await draftFrom(manager);
  const address = new URL(manager.url()).pathname;
  const lead = await as('amhp-lead', 'dark');
  await lead.goto(address);
  await lead.getByLabel('Title').waitFor();

  await lead.getByLabel('A suite answers a request within, minutes').fill('25');
  await manager.getByLabel('Title').fill('Winter agreement');
  await save(manager);
  await seenWithinASecond(state(manager).getByText('Everything is saved.'));
  const told = lead.getByTestId('somebody-else');
  await told.getByText('Somebody else saved version 2 while you were typing.').waitFor();
  await told.getByText('The agreement, title: New agreement → Winter agreement').waitFor();
  expect(await violations(lead)).toEqual([]);
  await save(lead);
  await lead.getByTestId('refusal').getByText('This changed a moment ago.').waitFor();
  expect(await lead.getByLabel('A suite answers a request within, minutes').inputValue()).toBe('25');

  await told.getByRole('button', { name: 'Put the two together' }).click();
  await comesToBe(() => lead.getByLabel('Title').inputValue(), 'Winter agreement');
  await save(lead);
  await seenWithinASecond(state(lead).getByText('Everything is saved.'));
  await manager.locator('[data-field="holdAnswerMinutes"] input[value="25"]').waitFor();
});

it('loses nothing to a reload, says what the server refuses beside its control, and saves by keyboard', async () => {
  const manager = await as('manager');
  const keys = new ByKeys(manager);
  await keys.tabTo(/^Draft from version 1$/);
  await keys.press('Enter');
  await manager.getByRole('form', { name: 'Write version 2' }).waitFor();
  await keys.tabTo(/^Title$/);
  await keys.press('Control+a');
  await keys.type('Winter '.repeat(20));
  await keys.press('Control+s');
  const title = manager.locator('[data-field="title"]');
  await title.getByText('Must be at most 120 characters.').waitFor();
  expect(await manager.getByLabel('Title').getAttribute('aria-invalid')).toBe('true');
  expect(await violations(manager)).toEqual([]);

  await keys.press('Control+a');
  await keys.type('Winter agreement');
  await state(manager).getByText('1 change not saved yet; kept in this window.').waitFor();
  await manager.reload();
  await manager.getByLabel('Title').waitFor();
  expect(await manager.getByLabel('Title').inputValue()).toBe('Winter agreement');
  await part(manager, 'Compare');
  await manager.getByTestId('unsaved').getByText('Go on writing').click();
  await manager.getByLabel('Title').focus();
  await keys.press('Control+s');
  await seenWithinASecond(state(manager).getByText('Everything is saved.'));

  await manager.locator('summary', { hasText: '24-hour limit' }).click();
  await manager.getByTestId('not-edited-here').getByText('Not edited here.').waitFor();
  expect(await manager.getByRole('link', { name: 'the law in force' }).getAttribute('href')).toBe('/law');
  expect(await violations(manager)).toEqual([]);
});

it('takes a wait, a rule for children and a ladder of its own, and two rules that could both govern are refused', async () => {
  const manager = await as('manager');
  await draftFrom(manager);
  await wait(manager, 'AMHP accepts').click();
  await manager.getByRole('button', { name: 'Another rule for this wait' }).click();
  const special = manager.locator('details', { hasText: 'AMHP accepts, special case' }).last();
  await special.getByText('Any age', { exact: true }).click();
  await save(manager);
  await special.getByText('either could govern, and neither is more specific').first().waitFor();
  await special.getByText('Under 18', { exact: true }).click();
  await special.getByText('Waits that start in certain hours').click();
  await special.getByLabel('Of', { exact: true }).first().selectOption('Harrowdale and Vale Police');
  await special.getByText('Each of them, not one').first().click();
  await manager.getByRole('button', { name: 'Add a wait' }).click();
  await save(manager);
  await seenWithinASecond(state(manager).getByText('Everything is saved.'));
  await part(manager, 'Read');
  const rule = manager.getByRole('region', { name: 'AMHP accepts, special case' });
  await rule
    .getByText('Only under 18, starting Mon Tue Wed Thu Fri Sat Sun 20:00 to 08:00, over midnight')
    .waitFor();
  await rule
    .getByText('Control room of Harrowdale and Vale Police, and each of them must take it on')
    .waitFor();
  await manager.getByRole('region', { name: 'New wait' }).waitFor();
});

it('is withdrawn before it takes effect, with a reason', async () => {
  const manager = await as('manager');
  await draftFrom(manager);
  await dated(manager, '2026-12-01', '00:00');
  await save(manager);
  await seenWithinASecond(state(manager).getByText('Everything is saved.'));
  const inspector = await as('inspector');
  await inspector.getByRole('link', { name: /Version 2/ }).click();
  await inspector.getByRole('button', { name: 'Approve version 2' }).click();
  await inspector.getByText('SCHEDULED', { exact: true }).waitFor();
  await manager.getByText('This version is approved now and takes no more changes.').waitFor();

  await part(manager, 'Read');
  await manager.getByRole('button', { name: 'Withdraw version 2…' }).click();
  const form = manager.getByRole('form', { name: 'Withdraw version 2' });
  await form.getByRole('button', { name: 'Withdraw version 2' }).click();
  await form.getByText('Say why.').waitFor();
  expect(await violations(manager)).toEqual([]);
  await form.getByLabel('Why it will not take effect').fill('The council has thought again');
  await form.getByRole('button', { name: 'Withdraw version 2' }).click();
  await inspector.getByText('WITHDRAWN', { exact: true }).waitFor();
  await inspector.getByText('The council has thought again').waitFor();
});

it('is tried on the past a day at a time: cancelled, failed, gone on with, and the same counts in the end', async () => {
  await waited(40);
  const manager = await as('manager');
  await manager.getByRole('link', { name: /Version 1/ }).click();
  await part(manager, 'What if');
  let answered = 0;
  let fails = false;
  await manager.route('**/what-if?*', async (route) => {
    if (fails) return route.abort();
    answered += 1;
    if (answered === 3) await new Promise((done) => setTimeout(done, 1500));
    await route.continue().catch(() => undefined);
  });
  const form = manager.getByRole('form', { name: 'Try it on the past' });
  const bar = form.getByRole('progressbar', { name: 'Days done' });
  await manager.getByRole('button', { name: 'Run' }).click();
  await form.getByText(/^2 of 7 days/).waitFor();
  expect(await bar.getAttribute('aria-valuenow')).toBe('2');
  expect(await violations(manager)).toEqual([]);
  await manager.getByRole('button', { name: 'Cancel' }).click();
  await manager.getByTestId('run-stopped').getByText('Cancelled after 2 of 7 days.').waitFor();
  fails = true;
  await manager.getByRole('button', { name: 'Go on from there' }).click();
  await manager.getByTestId('run-stopped').getByText('Stopped after 2 of 7 days.').waitFor();
  fails = false;
  await manager.getByRole('button', { name: 'Go on from there' }).click();
  await form.getByText('7 of 7 days: 1 incident, 2 steps would have fired, 2 did').waitFor();
  await manager.getByText('Every one would have gone as it did.').waitFor();
  await manager.getByLabel('Days', { exact: true }).fill('0');
  await manager.getByRole('button', { name: 'Run' }).click();
  await manager.getByText('A whole number of days, from 1 to 366.').waitFor();
});

it('shows what it has and sends nothing while it is not connected', async () => {
  const window = await Window.open(browser, concord.address);
  windows.push(window);
  const { page } = window;
  let stalled = false;
  await page.routeWebSocket(/socket\.io/, (ws) => {
    const server = ws.connectToServer();
    ws.onMessage((message) => {
      if (!stalled) server.send(message);
    });
    server.onMessage((message) => {
      if (!stalled) ws.send(message);
    });
  });
  await window.signInAs('manager');
  await page.getByRole('link', { name: 'Agreement' }).click();
  await draftFrom(page);
  await page.getByLabel('Title').fill('Winter agreement');
  stalled = true;
  await page.getByText(/NOT CONNECTED since \d\d:\d\d:\d\d/).waitFor({ timeout: 25_000 });
  await page.locator('button[aria-disabled="true"]', { hasText: 'Save draft' }).waitFor();
  await page.getByLabel('Title').press('Control+s');
  await state(page).getByText('1 change not saved yet').waitFor();
  stalled = false;
  await window.live();
  await save(page);
  await state(page).getByText('Everything is saved.').waitFor();
  stalled = true;
  await page.goto('/agreements');
  await page.getByText('Fetching the agreement…').waitFor();
  expect(await violations(page)).toEqual([]);
});

it.each([390, 320])('fits a window of %i, each of its pages', async (width) => {
  await waited(40);
  const manager = await as('manager', 'dark');
  await draftFrom(manager);
  await manager.setViewportSize({ width, height: 844 });
  const fits = () => comesToBe(() => scrollsSideways(manager), false);
  await wait(manager, 'Place of safety found').click();
  await fits();
  // What has the focus is not under the bar that says what is wrong with it.
  await manager.getByLabel('Over after, minutes').fill('1');
  await save(manager);
  await comesToBe(
    () =>
      manager.evaluate(`(() => {
        const { left, right, top, bottom } = document.activeElement.getBoundingClientRect();
        return document.elementFromPoint((left + right) / 2, (top + bottom) / 2) === document.activeElement;
      })()`),
    true,
  );
  for (const name of ['Read', 'Compare', 'What if']) {
    await part(manager, name);
    await manager.getByRole('heading', { level: 2 }).first().waitFor();
    await fits();
    if (width === 390) expect(await violations(manager)).toEqual([]);
  }
  await manager.getByRole('link', { name: 'All versions' }).click();
  await manager.getByRole('heading', { level: 1, name: 'Agreement' }).waitFor();
  await fits();
});
