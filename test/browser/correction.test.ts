import type { Concord } from '@concord/testing';
import { Journey, startConcord } from '@concord/testing';
import type { Browser } from 'playwright-core';
import { openBrowser, PHONE, seenWithinASecond, Window } from './browser';
import { ConsolePage } from './console-page';

describe('an arrival that was put down wrong', () => {
  let concord: Concord;
  let browser: Browser;
  let desk: Window;
  let other: Window;
  let suite: Window;
  let control: ConsolePage;
  let journey: Journey;

  beforeAll(async () => {
    concord = await startConcord();
    browser = await openBrowser();
    const [person, nurse] = await concord.signInAs('controller', 'suite-nurse');
    journey = await Journey.open(person);
    await journey.arriveAt(nurse, concord.ids.rooms['elm-1'] ?? '');
    await concord.advance({ minutes: 60 });
    desk = await (await Window.open(browser, concord.address)).signInAs('controller');
    other = await (await Window.open(browser, concord.address)).signInAs('inspector');
    suite = await (await Window.open(browser, concord.address, { viewport: PHONE })).signInAs('suite-nurse');
    control = new ConsolePage(desk.page);
  });
  afterAll(async () => {
    try {
      for (const window of [desk, other, suite]) await window?.close();
    } finally {
      await browser?.close();
      await concord?.stop();
    }
  });

  it('is put right with a reason, and the clock moves on every other screen within a second', async () => {
    const theirs = new ConsolePage(other.page).row(journey.ref);
    const there = suite.page.getByTestId('present');
    await seenWithinASecond(theirs.getByText('23:00 left'));
    await control.row(journey.ref).click();
    const history = desk.page.getByRole('list', { name: /^History of/ });
    const arrival = history.getByRole('listitem').filter({ hasText: 'Arrived at Elm Suite' });
    await arrival.getByRole('button', { name: 'Correct' }).click();
    const form = desk.page.getByRole('form', { name: /^Correct/ });
    await form.getByLabel('Reason for the correction').fill('Read from the gate log');
    await form.getByLabel('When').fill('-50');
    await form.getByRole('button', { name: 'Put it right' }).click();
    await form.waitFor({ state: 'detached', timeout: 3000 });
    await seenWithinASecond(theirs.getByText('23:10 left'));
    await seenWithinASecond(there.getByText('23:10 left'));
  });

  it('stays readable as it was first told, struck through, with who put it right and why', async () => {
    await other.page.locator(`[data-ref="${journey.ref}"]`).click();
    const history = other.page.getByRole('list', { name: /^History of/ });
    await seenWithinASecond(history.locator('s', { hasText: 'Arrived at Elm Suite' }));
    await seenWithinASecond(history.getByText(/corrected .* by Cass Merriweather: Read from the gate log/));
  });
});
