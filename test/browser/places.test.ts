import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { violations } from './axe';
import {
  PHONE,
  Window,
  comesToBe,
  openBrowser,
  picture,
  scrollsSideways,
  seenWithinASecond,
} from './browser';

const goTo = async (window: Window, view: 'Places' | 'Map'): Promise<void> => {
  await window.page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: view }).click();
  await window.page.getByRole('heading', { level: 1 }).waitFor();
};

const line = (page: Page, place: string): Locator => page.locator(`tr[data-place^="${place}"]`);
const listed = (page: Page, name: string): Locator => page.locator(`[role="option"][data-item="${name}"]`);
const mark = (page: Page, name: string): Locator => page.locator(`[data-map-item="${name}"]`);

/** One in Elm 1, one asked of Alder 1, a car on the way; staff and pressure said, Hazel, Rowan and Willow silent. */
const anEvening = async (concord: Concord, control: Person, nurse: Person): Promise<{ here: Journey }> => {
  const { rooms, places, resources } = concord.ids;
  const alder = await concord.signIn('alder-nurse');
  const here = await Journey.open(control);
  await here.arriveAt(nurse, rooms['elm-1'] ?? '');
  await concord.advance({ minutes: 95 });
  const staff = { staffedFor: 2 };
  accepted(await nurse.post(`places/${places['elm'] ?? ''}/observation`, staff), 'staff');
  accepted(await alder.post(`places/${places['alder'] ?? ''}/observation`, staff), 'staff');
  for (const key of ['elm-2', 'alder-1', 'alder-2']) {
    const who = key === 'elm-2' ? nurse : alder;
    const state = key === 'alder-2' ? 'cleaning' : 'available';
    accepted(await who.post(`rooms/${rooms[key] ?? ''}/state`, { state }), key);
  }
  const pressed = { pressure: 'pressured', source: 'telephone' };
  accepted(await control.post(`places/${places['ed-quill'] ?? ''}/observation`, pressed), 'pressure');
  const asked = await Journey.open(control, {
    where: { text: 'Market Cross', district: 'The Vale', position: { lat: 54.85, lon: 2.6 } },
  });
  await asked.detain();
  await asked.hold(rooms['alder-1']);
  const job = { incidentId: asked.incidentId };
  accepted(await control.post(`resources/${resources['t2'] ?? ''}/commit`, job), 'commit');
  await concord.advance({ minutes: 18 });
  return { here };
};

describe('the bed view and the map', () => {
  let concord: Concord;
  let browser: Browser;
  let desk: Window;
  let suite: Window;
  let control: Person;
  let nurse: Person;
  let here: Journey;

  beforeAll(async () => {
    concord = await startConcord();
    [control, nurse] = await concord.signInAs('controller', 'suite-nurse');
    ({ here } = await anEvening(concord, control, nurse));
    browser = await openBrowser();
    desk = await (await Window.open(browser, concord.address)).signInAs('coordinator');
    suite = await (await Window.open(browser, concord.address, { viewport: PHONE })).signInAs('suite-nurse');
  });
  afterAll(async () => {
    try {
      for (const window of [desk, suite]) await window?.close();
    } finally {
      await browser?.close();
      await concord?.stop();
    }
  });

  it('says of each suite what it can take and why, who is coming, and how long the law leaves whoever is there', async () => {
    await goTo(desk, 'Places');
    const [elm, alder] = [line(desk.page, 'Elm Suite'), line(desk.page, 'Alder')];
    await seenWithinASecond(elm.getByTestId('can-take').getByText('1 free'));
    await seenWithinASecond(elm.getByTestId('can-take').getByText('1 of 2 rooms open, staff for 1 more'));
    await seenWithinASecond(elm.getByTestId('present').filter({ hasText: here.ref }).getByText('22:07 left'));
    await seenWithinASecond(alder.getByTestId('can-take').getByText('full'));
    await seenWithinASecond(alder.getByTestId('hold').getByText(/ASKED, reply in 0:12:00/));
    const hazel = line(desk.page, 'Hazel').getByTestId('can-take');
    await seenWithinASecond(hazel.getByText('unknown 1:53 h'));
    await seenWithinASecond(hazel.getByText('last: 2 free, 1:53 h ago'));
    await seenWithinASecond(line(desk.page, 'Saint Quill').getByText('PRESSURED'));
    await picture(desk.page, 'beds');
  });

  it('shows within a second what a nurse says, in the table, on the map and in its list', async () => {
    const map = await (await Window.open(browser, concord.address)).signInAs('controller');
    await goTo(map, 'Map');
    await seenWithinASecond(listed(map.page, 'Elm Suite').getByText('1 free'));
    await suite.page.getByTestId('room-Elm 2').getByRole('button', { name: 'Cleaning' }).click();
    await seenWithinASecond(line(desk.page, 'Elm Suite').getByTestId('can-take').getByText('full'));
    await seenWithinASecond(listed(map.page, 'Elm Suite').getByText('full'));
    await seenWithinASecond(mark(map.page, 'Elm Suite').getByText('full'));
    await suite.page.getByTestId('room-Elm 2').getByRole('button', { name: 'Open' }).click();
    await seenWithinASecond(line(desk.page, 'Elm Suite').getByTestId('can-take').getByText('1 free'));
    await seenWithinASecond(mark(map.page, 'Elm Suite').getByText('1 free'));
    await map.close();
  });

  it('takes a round of telephone checks by keyboard: everything as shown, one room, staff, a department', async () => {
    const { keyboard } = desk.page;
    const hazel = line(desk.page, 'Hazel');
    await line(desk.page, 'Elm Suite').getByRole('button', { name: 'Ring' }).focus();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    const check = desk.page.getByRole('region', { name: 'Telephone check: Hazel Suite' });
    await check.waitFor();
    await keyboard.press('Escape');
    await check.waitFor({ state: 'detached' });
    await keyboard.press('Enter');
    await check.getByRole('button', { name: /All as shown/ }).focus();
    await keyboard.press('Enter');
    await seenWithinASecond(hazel.getByTestId('said-by').getByText(/Linnet Farrow, by telephone/));
    await seenWithinASecond(hazel.getByTestId('can-take').getByText('2 free'));

    await check
      .getByRole('group', { name: /What Hazel 1 is/ })
      .getByRole('button', { name: 'Closed' })
      .focus();
    await keyboard.press('Enter');
    await check.getByText('Works', { exact: true }).click();
    await seenWithinASecond(hazel.locator('[data-room="Hazel 1"]').getByText(/CLOSED · just now by phone/));
    await seenWithinASecond(hazel.getByTestId('can-take').getByText('1 free'));

    await check.getByLabel('Staff for').fill('many');
    await keyboard.press('Enter');
    await seenWithinASecond(check.getByText('Say a whole number from 0 to 50.'));
    await check.getByLabel('Staff for').fill('0');
    await keyboard.press('Enter');
    await seenWithinASecond(hazel.getByTestId('can-take').getByText('staff for 0'));
    await keyboard.press('Escape');
    await comesToBe(() => desk.page.evaluate(() => document.activeElement?.textContent), 'Ring Hazel Suite');

    const quill = line(desk.page, 'Saint Quill');
    await quill.getByRole('button', { name: 'Ring' }).click();
    await desk.page.getByRole('button', { name: 'Formally escalated' }).click();
    await seenWithinASecond(quill.getByText('FORMALLY ESCALATED'));
    await desk.page.getByRole('button', { name: 'Done' }).click();
  });

  it('says a no in words beside what was pressed, and changes nothing', async () => {
    const rowan = line(desk.page, 'Rowan');
    await rowan.getByRole('button', { name: 'Ring' }).click();
    const check = desk.page.getByTestId('check-Rowan 1');
    const theirs = await concord.signIn('rowan-nurse');
    await desk.page.route('**/rooms/*/state', async (route) => {
      // Between the look and the press the suite itself says something else.
      const mine = `rooms/${concord.ids.rooms['rowan-1'] ?? ''}/state`;
      accepted(await theirs.post(mine, { state: 'cleaning' }), 'rowan');
      await route.continue();
    });
    await check.getByRole('button', { name: 'Occupied' }).click();
    await seenWithinASecond(check.getByTestId('refusal').getByText(/This changed a moment ago/));
    await seenWithinASecond(rowan.locator('[data-room="Rowan 1"]').getByText(/CLEANING/));
    await desk.page.unroute('**/rooms/*/state');
    await desk.page.getByRole('button', { name: 'Done' }).click();
  });

  it('says why a promised or filled room is not made free by hand', async () => {
    await line(desk.page, 'Elm Suite').getByRole('button', { name: 'Ring' }).click();
    await seenWithinASecond(
      desk.page.getByTestId('check-Elm 1').getByText(`${here.ref} is in it until they leave`),
    );
    await line(desk.page, 'Alder').getByRole('button', { name: 'Ring' }).click();
    await seenWithinASecond(desk.page.getByTestId('check-Alder 1').getByText(/its hold says what it is/));
    await desk.page.getByRole('button', { name: 'Done' }).click();
  });

  it('sorts, filters and keeps both in the address; an empty answer says of what', async () => {
    const first = desk.page.locator('tr[data-place]').first();
    await desk.page.getByRole('button', { name: /Last confirmed/ }).click();
    await seenWithinASecond(desk.page.locator('th[aria-sort="ascending"]', { hasText: 'Last confirmed' }));
    await seenWithinASecond(first.getByText('Rowan Suite'));
    await desk.page.getByRole('button', { name: /To ring/ }).click();
    await seenWithinASecond(desk.page.getByText('NOT CONFIRMED').first());
    await line(desk.page, 'Alder').waitFor({ state: 'detached' });
    await desk.page.reload();
    await desk.live();
    await seenWithinASecond(line(desk.page, 'Willow'));
    expect(await line(desk.page, 'Alder').count()).toBe(0);
    await desk.page.getByLabel('District').selectOption('Ketterfold');
    await desk.page.getByRole('button', { name: /Somebody here/ }).click();
    await seenWithinASecond(desk.page.getByText('No suite in Ketterfold is under “Somebody here” now.'));
    await desk.page.getByRole('button', { name: /Show all/ }).click();
    await seenWithinASecond(line(desk.page, 'Alder'));
  });

  it('prints as a table with its own heading, and nothing of the screen round it', async () => {
    await desk.page.emulateMedia({ media: 'print' });
    await desk.page.getByText(/as of Sun 22-Nov-2026/).waitFor();
    for (const gone of ['nav', 'footer', '[data-testid="area-time"]', '[data-ring]', '[data-tools]'])
      expect(await desk.page.locator(gone).filter({ visible: true }).count()).toBe(0);
    expect(await line(desk.page, 'Willow').isVisible()).toBe(true);
    await desk.page.emulateMedia({ media: 'screen' });
  });

  it('is used by keyboard: the list chooses on the map, and the map is moved and neared', async () => {
    await goTo(desk, 'Map');
    const { keyboard } = desk.page;
    const list = desk.page.getByRole('listbox', { name: 'Everything on the map' });
    await list.focus();
    await keyboard.press('ArrowDown');
    const chosen = desk.page.locator('[role="option"][aria-selected="true"]');
    const name = (await chosen.getAttribute('data-item')) ?? '';
    expect(name).toMatch(/^HV-/);
    await seenWithinASecond(desk.page.locator(`[data-map-item="${name}"][data-chosen]`));
    await seenWithinASecond(desk.page.getByTestId('chosen').getByRole('heading', { name }));
    await keyboard.press('End');
    await comesToBe(() => chosen.getAttribute('data-item'), 'T4');
    await keyboard.press('Escape');
    await chosen.waitFor({ state: 'detached' });

    await mark(desk.page, 'Alder Suite').click();
    await seenWithinASecond(
      desk.page.locator('[role="option"][data-item="Alder Suite"][aria-selected="true"]'),
    );
    await seenWithinASecond(desk.page.getByTestId('chosen').getByText('01632 960102'));
    await picture(desk.page, 'map');

    const scale = desk.page.getByText(/km, about \d+ min by road/);
    const before = await scale.innerText();
    await desk.page.getByRole('group', { name: 'Map', exact: true }).focus();
    for (let n = 0; n < 4; n++) await keyboard.press('+');
    await comesToBe(async () => (await scale.innerText()) === before, false);
    const where = () => desk.page.locator('svg[role="img"] > g').getAttribute('transform');
    const there = await where();
    await keyboard.press('ArrowRight');
    await comesToBe(async () => (await where()) === there, false);
    await keyboard.press('0');
    await comesToBe(() => scale.innerText(), before);
  });

  it('leaves off what nobody asked for, on the map and in the list alike', async () => {
    await desk.page.getByRole('button', { name: /^Suites/ }).click();
    await listed(desk.page, 'Alder Suite').waitFor({ state: 'detached' });
    expect(await mark(desk.page, 'Alder Suite').count()).toBe(0);
    await seenWithinASecond(mark(desk.page, here.ref));
    await desk.page.getByRole('button', { name: /^Suites/ }).click();
    await seenWithinASecond(mark(desk.page, 'Alder Suite'));
  });

  it.each(['light', 'dark'] as const)('breaks no rule of access in %s, wide or narrow', async (theme) => {
    const window = await Window.open(browser, concord.address, { theme });
    await window.signInAs('controller');
    await goTo(window, 'Places');
    await line(window.page, 'Alder').getByRole('button', { name: 'Ring' }).click();
    expect(await violations(window.page)).toEqual([]);
    await goTo(window, 'Map');
    await listed(window.page, 'Elm Suite').click();
    if (theme === 'dark') await picture(window.page, 'map-dark');
    expect(await violations(window.page)).toEqual([]);
    await window.page.setViewportSize({ width: 360, height: 740 });
    expect(await scrollsSideways(window.page)).toBe(false);
    expect(await violations(window.page)).toEqual([]);
    await goTo(window, 'Places');
    expect(await scrollsSideways(window.page)).toBe(false);
    expect(await violations(window.page)).toEqual([]);
    await window.close();
  });

  it('is read by those who may not record a check, and is nobody’s who does not see the whole board', async () => {
    const manager = await (await Window.open(browser, concord.address)).signInAs('manager');
    await goTo(manager, 'Places');
    await seenWithinASecond(line(manager.page, 'Alder'));
    expect(await manager.page.getByRole('button', { name: /^Ring/ }).count()).toBe(0);
    await manager.close();
    for (const path of ['/beds', '/map']) {
      await suite.page.goto(path);
      await seenWithinASecond(suite.page.getByRole('heading', { name: /is not your screen/ }));
    }
  });
});
