import type { Concord } from '@concord/testing';
import { Journey, startConcord } from '@concord/testing';
import type { Browser } from 'playwright-core';
import { Window, comesToBe, openBrowser, picture, seenWithinASecond } from './browser';
import { ConsolePage } from './console-page';

/** P1: a line that is open and says nothing is the hardest loss to see. */
describe('a console that hears nothing', () => {
  let concord: Concord;
  let browser: Browser;
  let desk: Window;
  let control: ConsolePage;
  let stalled = false;

  beforeAll(async () => {
    concord = await startConcord();
    browser = await openBrowser();
    desk = await Window.open(browser, concord.address);
    await desk.page.routeWebSocket(/socket\.io/, (ws) => {
      const server = ws.connectToServer();
      ws.onMessage((message) => {
        if (!stalled) server.send(message);
      });
      server.onMessage((message) => {
        if (!stalled) ws.send(message);
      });
    });
    await desk.signInAs('controller');
    control = new ConsolePage(desk.page);
  });
  afterAll(async () => {
    try {
      await desk?.close();
    } finally {
      await browser?.close();
      await concord?.stop();
    }
  });

  it('says DELAYED, then NOT CONNECTED since when, sends no command, and keeps what it shows', async () => {
    const journey = await Journey.open(await concord.signIn('controller'));
    await seenWithinASecond(control.row(journey.ref));
    stalled = true;
    await desk.page.getByText(/DELAYED 1\d s/).waitFor({ timeout: 13_000 });
    const banner = desk.page.getByText(/NOT CONNECTED since \d\d:\d\d:\d\d/);
    await banner.waitFor({ timeout: 12_000 });
    expect(await control.row(journey.ref).isVisible()).toBe(true);
    await control.row(journey.ref).click();
    await control.atBoard();
    await control.press('t');
    const record = desk.page.getByRole('button', { name: 'Record: advice sought' });
    await comesToBe(() => record.getAttribute('aria-disabled'), 'true');
    await control.press('Escape');
    await picture(desk.page, 'not-connected');
  });

  it('catches up by itself when the line returns, and shows what it missed', async () => {
    const missed = await Journey.open(await concord.signIn('controller'));
    expect(await control.row(missed.ref).count()).toBe(0);
    stalled = false;
    const returned = Date.now();
    await desk.live();
    expect(Date.now() - returned).toBeLessThan(10_000);
    await seenWithinASecond(control.row(missed.ref));
    await seenWithinASecond(desk.page.getByText('Reconnected. 1 change while away.').first());
    await desk.page.getByTestId('not-connected').waitFor({ state: 'detached' });
  });

  it('a board that is slower than the answer: nothing is done until it shows it, and the next step is the next', async () => {
    const window = await Window.open(browser, concord.address);
    const { page } = window;
    let held: (() => void)[] | undefined;
    await page.routeWebSocket(/socket\.io/, (ws) => {
      const server = ws.connectToServer();
      ws.onMessage((message) => server.send(message));
      server.onMessage((message) => {
        if (held) held.push(() => ws.send(message));
        else ws.send(message);
      });
    });
    await window.signInAs('controller-2');
    const late = new ConsolePage(page);
    await late.open({ where: 'Slow Water Lane' });
    await late.atBoard();
    await late.press('t');
    await page.getByLabel('Who gave the advice').fill('Nurse Sorrel');
    await page.getByLabel('What they advised').fill('Known to services');
    held = [];
    const answer = page.waitForResponse(/\/facts$/);
    await page.getByRole('button', { name: 'Record: advice sought' }).click();
    await (await answer).finished();
    await page.waitForTimeout(200);
    expect(await page.getByRole('button', { name: 'Sending…' }).count()).toBe(1);
    for (const send of held) send();
    held = undefined;
    await page.getByLabel('What they advised').waitFor({ state: 'detached' });
    await late.press('t');
    await seenWithinASecond(page.getByLabel('Detaining officer'));
    await window.close();
  });
});
