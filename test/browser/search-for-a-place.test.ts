import { readFileSync } from 'node:fs';
import type { Hold } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';
import type { Browser } from 'playwright-core';
import { violations } from './axe';
import {
  DESK,
  PHONE,
  Window,
  comesToBe,
  openBrowser,
  picture,
  scrollsSideways,
  seenWithinASecond,
} from './browser';
import { ConsolePage } from './console-page';

describe.each(['light', 'dark'] as const)('the search for a place, %s', (theme) => {
  let concord: Concord;
  let browser: Browser;
  let desk: Window;
  let suite: Window;
  let car: Window;
  let control: ConsolePage;
  let controller: Person;
  let alder: Person;
  let journey: Journey;

  const card = () => suite.page.getByTestId('search').filter({ hasText: journey.ref });
  const whose = () => desk.page.getByTestId('whose-search');
  const outside = () => desk.page.getByTestId('outside-place');
  const onNoScreen = async () => {
    for (const { page } of [desk, suite, car]) expect(await violations(page)).toEqual([]);
  };

  beforeAll(async () => {
    concord = await startConcord();
    [controller, alder] = await concord.signInAs('controller', 'alder-nurse');
    journey = await Journey.open(controller);
    await journey.detain();
    const { incidentId } = journey;
    const car1 = `resources/${concord.ids.resources['t1'] ?? ''}/commit`;
    accepted(await controller.post(car1, { incidentId }), 'car');
    await journey.hold(concord.ids.rooms['elm-1']);
    browser = await openBrowser();
    const { address } = concord;
    desk = await (await Window.open(browser, address, { theme })).signInAs('controller');
    suite = await (await Window.open(browser, address, { theme, viewport: PHONE })).signInAs('suite-nurse');
    car = await (await Window.open(browser, address, { theme, viewport: PHONE })).signInAs('crew');
    for (const { page } of [desk, suite, car]) page.setDefaultTimeout(5000);
    control = new ConsolePage(desk.page);
    await control.row(journey.ref).click();
  });
  afterAll(async () => {
    try {
      for (const window of [desk, suite, car]) await window?.close();
    } finally {
      await browser?.close();
      await concord?.stop();
    }
  });

  it('is the suite’s that refused for want of staff, on a clock; the control room sees whose it is', async () => {
    const asked = suite.page.getByTestId('incoming').filter({ hasText: journey.ref });
    await asked.getByRole('button', { name: 'Refuse' }).click();
    await asked.getByText('No staff').click();
    await asked.getByLabel('Why this person cannot be taken').fill('Two of three are with another person');
    await asked.getByRole('button', { name: 'Send refusal' }).click();
    await seenWithinASecond(card().getByRole('heading', { name: `Find the next place: ${journey.ref}` }));
    await seenWithinASecond(card().getByText(/You refused 02:00 \(no staff\).*yours to find, by 02:20/));
    await seenWithinASecond(whose().getByText(/Elm Suite finds the next place, since 02:00/));
    // Its own other room is nobody's best place: what was said of it is older than the refusal.
    const best = card().getByTestId('best-places');
    await seenWithinASecond(best.getByText(/Rowan Suite, Rowan 1/));
    expect(await best.getByText(/Elm 2/).count()).toBe(0);
    await seenWithinASecond(control.places(1).getByText('Rowan 1'));
    if (theme === 'light') await picture(suite.page, 'search');
    await onNoScreen();
    await suite.page.setViewportSize({ width: 320, height: 640 });
    expect(await scrollsSideways(suite.page)).toBe(false);
    await suite.page.setViewportSize(PHONE);
  });

  it('asks the next suite in one tap, and shows what it answered', async () => {
    await card().getByRole('button', { name: 'Ask Alder 1' }).click();
    const so = card().getByRole('list', { name: 'Asked so far' });
    await seenWithinASecond(so.getByText(/Alder Suite: asked 02:00 for Alder 1, no answer yet/));
    await seenWithinASecond(control.row(journey.ref).getByText('Alder Suite, Alder 1'));
    const held = [...(await alder.watch()).state().hold.values()].find(
      ({ incidentRef, state }) => incidentRef === journey.ref && state === 'requested',
    );
    const answer = { reason: 'needs-emergency-department', rationale: 'Head injury an hour ago' };
    accepted(await alder.post<Hold>(`holds/${held?.id ?? ''}/refuse`, answer), 'Alder refuses');
    await seenWithinASecond(so.getByText(/Alder Suite: refused 02:00 \(needs emergency department\)/));
    await seenWithinASecond(whose().getByText(/Elm Suite finds the next place/));
    await onNoScreen();
  });

  it('is handed back with a reason, which the control room reads', async () => {
    await card().getByRole('button', { name: 'Hand back to the control room' }).click();
    await card().getByLabel('Why the control room must go on').fill('All four have been rung');
    expect(await violations(suite.page)).toEqual([]);
    await card().getByRole('button', { name: 'Hand the search back' }).click();
    await seenWithinASecond(whose().getByText(/The search is yours: Elm Suite handed it back 02:00/));
    await whose()
      .getByText(/All four have been rung/)
      .waitFor();
    await card().waitFor({ state: 'detached', timeout: 2000 });
    await onNoScreen();
  });

  it('ends at a place outside the network: the desk and the crew see its name and whom to ring', async () => {
    await control.atBoard();
    await control.press('y');
    await control.next.getByRole('button', { name: 'Place found outside the network' }).click();
    await desk.page.getByLabel('Place', { exact: true }).fill('Quarry Bank Suite');
    await desk.page.getByLabel('Telephone there').fill('01632 960 700');
    await desk.page.getByLabel('Who accepted there').fill('Sister Oyelaran');
    expect(await violations(desk.page)).toEqual([]);
    await desk.page.getByLabel('Who accepted there').press('Enter');
    await seenWithinASecond(outside().getByText(/Outside the network · suite · accepted by Sister Oyelaran/));
    await desk.page.getByLabel('Who accepted there').waitFor({ state: 'detached' });
    expect(await outside().getByRole('link').getAttribute('href')).toBe('tel:01632960700');
    await seenWithinASecond(control.row(journey.ref).getByText('accepted, outside the network'));
    await whose().waitFor({ state: 'detached', timeout: 1000 });
    const held = car.page.getByTestId('held-place');
    await seenWithinASecond(held.getByText('Quarry Bank Suite'));
    await seenWithinASecond(held.getByText(/ACCEPTED: they expect you/));
    await onNoScreen();
  });

  it('goes on when that place takes them no longer, and is over on arrival at one that does', async () => {
    await journey.record({ kind: 'outside-withdrew', reason: 'A transfer came first' });
    await outside().waitFor({ state: 'detached', timeout: 2000 });
    await seenWithinASecond(control.places(1).getByText('Rowan 1'));
    await car.page
      .getByTestId('best-places')
      .getByText(/Rowan Suite, Rowan 1/)
      .first()
      .waitFor();
    const outsideAgain = {
      kind: 'outside-accepted',
      placeName: 'Tarn Head Suite',
      placeKind: 'suite',
      telephone: '01632 960 701',
      acceptedBy: 'Nurse Illingworth',
    };
    await journey.record(outsideAgain);
    await seenWithinASecond(outside().getByText('Tarn Head Suite'));
    await car.page.getByRole('button', { name: 'Conveyance started' }).waitFor();
    await journey.record({ kind: 'conveyance-started', mode: 'ambulance' });
    await car.page.getByRole('button', { name: 'Arrived at Tarn Head Suite' }).click();
    await car.page
      .getByRole('form')
      .getByRole('button', { name: /^Record/ })
      .click();
    await seenWithinASecond(control.row(journey.ref).getByText('is there'));
    await onNoScreen();
  });

  it('says that this person has a room under another incident before anybody presses anything', async () => {
    const person = { ageYears: 34, ageBasis: 'known', name: 'Jo Bramble', dateOfBirth: '1992-03-04' };
    const [first, second] = [
      await Journey.open(controller, { person }),
      await Journey.open(controller, { person }),
    ];
    for (const each of [first, second]) await each.detain();
    await first.hold(concord.ids.rooms['hazel-1']);
    await control.row(second.ref).click();
    const said = desk.page.getByTestId('held-elsewhere');
    await said
      .getByText(/This person already has a room asked for, since 02:00, under/)
      .waitFor({ timeout: 3000 });
    expect(await violations(desk.page)).toEqual([]);
    await said.getByRole('link', { name: first.ref }).click();
    await seenWithinASecond(desk.page.getByTestId('held').filter({ hasText: 'Hazel Suite' }));
  });

  it('is in the ledger afterwards: reason, rationale, how long it took, and what happened next', async () => {
    const { page } = desk;
    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Refusals' }).click();
    const lines = page.getByTestId('refusal');
    const elm = lines.filter({ hasText: 'Elm Suite' });
    await seenWithinASecond(elm.getByText('Two of three are with another person'));
    await elm
      .getByText('The suite handed the search back. Quarry Bank Suite, outside the network, accepted')
      .waitFor();
    await comesToBe(() => lines.count(), 2);
    if (theme === 'light') await picture(page, 'refusals');
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Reason', { exact: true }).selectOption('Needs emergency department');
    await elm.waitFor({ state: 'detached' });
    await comesToBe(() => lines.count(), 1);
    await page.getByLabel('Place', { exact: true }).selectOption('Elm Suite');
    await page.getByText('No refusal is of this place and reason.').waitFor();
    expect(new URL(page.url()).search).toMatch(/reason=needs-emergency-department/);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show all 2' }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download CSV' }).click();
    const text = readFileSync(await (await saved).path(), 'utf8');
    expect(text.split('\r\n').filter(Boolean)).toHaveLength(3);
    expect(text).toContain('Head injury an hour ago');
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await scrollsSideways(page)).toBe(false);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize(DESK);
    const { rationale, reason } = {
      reason: 'out-of-area',
      rationale: 'Lives in Fallowmere, whose suite is nearer',
    };
    const hazel = await concord.signIn('hazel-nurse');
    const held = [...(await hazel.watch()).state().hold.values()].find(({ state }) => state === 'requested');
    accepted(await hazel.post(`holds/${held?.id ?? ''}/refuse`, { reason, rationale }), 'Hazel refuses');
    const newest = lines.filter({ hasText: 'Hazel Suite' });
    await newest.getByText('The suite looked itself. Still looking').waitFor({ timeout: 2000 });
    accepted(
      await hazel.post(`holds/${held?.id ?? ''}/reverse`, { reason: 'One came free' }),
      'Hazel reverses',
    );
    await newest.getByText(/^Reversed .* One came free/).waitFor({ timeout: 2000 });
  });
});

describe('the ledger of refusals', () => {
  it('says so while nobody has refused anybody, and is nobody’s who does not answer for the area', async () => {
    const concord = await startConcord();
    const browser = await openBrowser();
    try {
      const manager = await (await Window.open(browser, concord.address)).signInAs('manager');
      await manager.page.goto('/refusals');
      await manager.page.getByText(/No suite has refused anybody/).waitFor();
      expect(await violations(manager.page)).toEqual([]);
      await manager.close();
      const nurse = await Window.open(browser, concord.address, { viewport: PHONE });
      await nurse.signInAs('suite-nurse');
      await nurse.page.goto('/refusals');
      await nurse.page.getByRole('heading', { name: /is not your screen/ }).waitFor();
      await nurse.close();
    } finally {
      await browser.close();
      await concord.stop();
    }
  });
});
