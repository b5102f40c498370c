import type { Hold } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';
import type { Browser } from 'playwright-core';
import { violations } from './axe';
import { PHONE, Window, comesToBe, openBrowser, seenWithinASecond } from './browser';
import { ConsolePage } from './console-page';

describe('asking suites from the control room', () => {
  let concord: Concord;
  let browser: Browser;
  let desk: Window;
  let car: Window;
  let control: ConsolePage;
  let controller: Person;
  let alder: Person;
  let journey: Journey;

  const held = (place: string) => desk.page.getByTestId('held').filter({ hasText: place });

  beforeAll(async () => {
    concord = await startConcord();
    [controller, alder] = await concord.signInAs('controller', 'alder-nurse');
    journey = await Journey.open(controller);
    await journey.detain();
    await controller.post(`resources/${concord.ids.resources['t1'] ?? ''}/commit`, {
      incidentId: journey.incidentId,
    });
    browser = await openBrowser();
    desk = await (await Window.open(browser, concord.address)).signInAs('controller');
    car = await (await Window.open(browser, concord.address, { viewport: PHONE })).signInAs('crew');
    control = new ConsolePage(desk.page);
    await control.row(journey.ref).click();
    await control.atBoard();
  });
  afterAll(async () => {
    try {
      for (const window of [desk, car]) await window?.close();
    } finally {
      await browser?.close();
      await concord?.stop();
    }
  });

  it('the best place is found and held in two keystrokes from the incident that has the focus', async () => {
    const keys = ['p', 'Enter'];
    expect(keys.length).toBeLessThanOrEqual(3);
    const best = await control.places(1).getAttribute('data-room');
    const from = Date.now();
    await control.press(...keys);
    await seenWithinASecond(held(`Elm Suite, ${best ?? ''}`));
    expect(Date.now() - from).toBeLessThan(2000);
  });

  it('another suite is asked while the first thinks: each has its own countdown, and is asked once', async () => {
    await control.places(1).getByText('Rowan 1').waitFor();
    await control.atBoard();
    await control.press('p', 'Enter');
    await seenWithinASecond(held('Rowan Suite'));
    for (const place of ['Elm Suite', 'Rowan Suite'])
      await held(place)
        .getByText(/Reply within 0:(30:00|29:5\d) · the first to accept has them/)
        .waitFor();
    await seenWithinASecond(control.row(journey.ref).getByText('2 asked: Elm Suite, Rowan Suite'));
    const other = desk.page.locator('#places [data-room="Elm 2"]');
    await seenWithinASecond(other.getByText(/this suite is asked already/));
    expect(await other.getByRole('button', { name: /^Hold/ }).count()).toBe(0);
    await car.page.getByTestId('held-place').nth(1).waitFor();
    expect(await car.page.getByTestId('held-place').allInnerTexts()).toEqual([
      expect.stringMatching(/Elm Suite[^]*ASKED: not accepted yet, answer by 02:30/),
      expect.stringMatching(/Rowan Suite[^]*ASKED: not accepted yet, answer by 02:30/),
    ]);
    expect(await violations(desk.page)).toEqual([]);
  });

  it('one of them is given longer, the other asked no longer, each with its reason', async () => {
    await held('Elm Suite')
      .getByRole('button', { name: /More time/ })
      .click();
    await held('Elm Suite').getByText('1 hour').click();
    await held('Elm Suite').getByLabel('Why').fill('Nurse in charge is at an alarm');
    await held('Elm Suite').getByRole('button', { name: 'Keep it longer' }).click();
    await held('Elm Suite')
      .getByText(/Reply within 1:(30:00|29:5\d)/)
      .waitFor();
    await held('Rowan Suite')
      .getByRole('button', { name: /Ask no longer/ })
      .click();
    await held('Rowan Suite').getByLabel('Why the room is given back').fill('Alder is nearer to the family');
    await held('Rowan Suite').getByRole('button', { name: 'Give the room back' }).click();
    await held('Rowan Suite').waitFor({ state: 'detached', timeout: 2000 });
  });

  it('the first acceptance has them, with its "not before", and the asking is over', async () => {
    const other = await journey.hold(concord.ids.rooms['alder-1']);
    const notBefore = '2026-11-22T03:15:00Z';
    accepted(await alder.post<Hold>(`holds/${other.id}/accept`, { notBefore }), 'Alder accepts');
    await seenWithinASecond(held('Alder Suite').getByText('NOT BEFORE 03:15'));
    await held('Elm Suite').waitFor({ state: 'detached', timeout: 1000 });
    await seenWithinASecond(car.page.getByText(/ACCEPTED, but NOT BEFORE 03:15/));
    await comesToBe(() => car.page.getByTestId('held-place').count(), 1);
  });

  it('a suite and a department are rung from the panel: rooms, staff and a promise, as said by telephone', async () => {
    const { page } = desk;
    const places = page.locator('#places');
    await places.getByRole('button', { name: 'Ring Hazel Suite' }).click();
    const check = page.getByRole('region', { name: 'Telephone check: Hazel Suite' });
    await check.getByTestId('check-Hazel 1').getByRole('button', { name: 'Cleaning' }).click();
    await seenWithinASecond(places.locator('[data-room="Hazel 1"]').getByText(/CLEANING.*by phone/));
    const promised = check.getByTestId('check-Hazel 1');
    await promised.getByRole('button', { name: 'When will it be free?' }).click();
    await promised.getByRole('button', { name: '+1h' }).click();
    await promised.getByText('Cleaning', { exact: true }).last().click();
    await promised.getByRole('button', { name: 'Promise it' }).click();
    await seenWithinASecond(places.locator('[data-room="Hazel 1"]').getByText(/free 03:00, likely/));
    await check.getByLabel('Staff for').fill('1');
    await check.getByRole('button', { name: 'Record staff' }).click();
    await seenWithinASecond(places.getByText('staff for 1'));
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await check.waitFor({ state: 'detached' });
    const quill = places.locator('[data-department^="Saint Quill"]');
    await quill.getByRole('button', { name: /^Ring/ }).click();
    const department = page.getByRole('region', { name: /Telephone check: Saint Quill/ });
    await department.getByRole('button', { name: 'Pressured' }).click();
    await seenWithinASecond(quill.getByText('PRESSURED'));
  });

  it('a need of the person leaves out the rooms that do not meet it, and says so', async () => {
    const needing = await Journey.open(controller, {
      person: { ageYears: 71, ageBasis: 'known', sex: 'female', needs: ['seclusion'] },
    });
    await control.row(needing.ref).click();
    await seenWithinASecond(
      desk.page
        .locator('#places')
        .getByText(/no seclusion/)
        .first(),
    );
    expect(await control.places(1).count()).toBe(0);
  });
});
