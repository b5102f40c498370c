import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';
import type { Browser, Page } from 'playwright-core';
import { violations } from './axe';
import { openBrowser, PHONE, picture, seenWithinASecond, Window } from './browser';
import { ConsolePage } from './console-page';

const cleanInBoth = async (page: Page): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
  }
};

describe('instead of a detention', () => {
  let concord: Concord;
  let browser: Browser;
  let control: Person;
  let desk: Window;
  let cafe: Window;
  let crew: Window;
  let journey: Journey;

  beforeAll(async () => {
    concord = await startConcord({ now: '2026-11-21T22:30:00Z' });
    control = await concord.signIn('controller');
    const kitchen = await concord.signIn('kitchen-staff');
    const id = concord.ids.alternatives['saltmarsh-cafe'] ?? '';
    accepted(await kitchen.post(`alternatives/${id}/observation`, { shut: { reason: 'No staff' } }), 'shut');
    journey = await Journey.open(control, {
      where: { text: 'Lantern Lane', district: 'Harrowdale', position: { lat: 54.96, lon: 2.43 } },
    });
    const t1 = concord.ids.resources.t1 ?? '';
    accepted(await control.post(`resources/${t1}/commit`, { incidentId: journey.incidentId }), 'commit');
    browser = await openBrowser();
    desk = await (await Window.open(browser, concord.address)).signInAs('controller');
    cafe = await (await Window.open(browser, concord.address, { viewport: PHONE })).signInAs('cafe-staff');
    crew = await (await Window.open(browser, concord.address, { viewport: PHONE })).signInAs('crew');
  });
  afterAll(async () => {
    try {
      for (const window of [desk, cafe, crew]) await window?.close();
    } finally {
      await browser?.close();
      await concord?.stop();
    }
  });

  test('a crew is offered the best few before detention is decided', async () => {
    const offered = crew.page.getByTestId('alternatives');
    await offered.getByRole('button', { name: 'Refer: The Lantern Café' }).waitFor();
    await picture(crew.page, 'alternatives-crew');
    await cleanInBoth(crew.page);
  });

  test('a controller refers in two keys; the café sees it within a second, with no address', async () => {
    const page = new ConsolePage(desk.page);
    await page.row(journey.ref).click();
    await page.atBoard();
    const list = desk.page.locator('[data-alternative]');
    await list.first().waitFor();
    await picture(desk.page, 'alternatives-desk');
    await cleanInBoth(desk.page);
    await desk.page.emulateMedia({ colorScheme: 'light' });
    await page.press('v', 'Enter');
    const sent = cafe.page.getByTestId('expected');
    await seenWithinASecond(sent.getByText(journey.ref));
    expect(await cafe.page.locator('main').innerText()).not.toContain('Lantern Lane');
  });

  test('the bed view and the map show what is open, who is on the way, and what was said on the telephone', async () => {
    const { page } = desk;
    const view = (name: string) =>
      page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name }).click();
    const line = (name: string) => page.locator(`tr[data-place="${name}"]`);
    await view('Places');
    const cafeLine = line('The Lantern Café');
    await cafeLine.getByText('5 places left').waitFor();
    await cafeLine.getByTestId('expected').getByText('ASKED').waitFor();
    await line('Saltmarsh Night Kitchen').getByText('closed', { exact: true }).waitFor();
    const house = line('Lantern House');
    await house.getByRole('button', { name: 'Ring' }).click();
    const left = page.getByRole('group', { name: 'Places left at Lantern House, by telephone' });
    await left.getByRole('button', { name: '0', exact: true }).click();
    await seenWithinASecond(house.getByTestId('can-take').getByText('full'));
    await seenWithinASecond(house.getByTestId('said-by').getByText(/by telephone/));
    await page.getByRole('table', { name: 'Alternatives to detention' }).scrollIntoViewIfNeeded();
    await picture(page, 'alternatives-beds');
    // Scrolled half way, a line under the table's heading would count as too small to press.
    await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
    await cleanInBoth(page);
    await page.getByRole('button', { name: 'Done' }).click();
    await view('Map');
    const listed = page.locator('[role="option"][data-item="Lantern House"]');
    await listed.getByText('full').waitFor();
    await listed.click();
    await page.getByTestId('chosen').getByText('Not a place of safety.').waitFor();
    await page.getByRole('button', { name: /Alternatives/ }).click();
    await listed.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /Alternatives/ }).click();
    await listed.waitFor();
    await picture(page, 'alternatives-map');
    await cleanInBoth(page);
  });

  test('the café counts, confirms, answers and shuts, each in one tap', async () => {
    const { page } = cafe;
    await picture(page, 'alternative-staff');
    await cleanInBoth(page);
    await page.getByRole('button', { name: 'One place fewer' }).click();
    await seenWithinASecond(page.getByTestId('count').getByText('4', { exact: true }));
    await page.getByRole('button', { name: /Nothing changed/ }).click();
    await page.getByRole('button', { name: 'We expect them' }).click();
    await seenWithinASecond(page.getByText('EXPECTED'));
    await page.getByRole('button', { name: 'They have come' }).click();
    await seenWithinASecond(page.getByText('Nobody is on the way to you.'));
    await page.getByRole('button', { name: 'Closed today…' }).click();
    await page.getByRole('button', { name: 'No staff' }).click();
    await seenWithinASecond(page.getByText('CLOSED', { exact: true }));
    await cleanInBoth(page);
  });
});
