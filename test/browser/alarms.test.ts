import { harrowdaleAndVale } from '@concord/coordination';
import type { Concord } from '@concord/testing';
import { Journey, startConcord } from '@concord/testing';
import type { Browser } from 'playwright-core';
import { violations } from './axe';
import { comesToBe, openBrowser, picture, seenWithinASecond, Window } from './browser';
import { ConsolePage } from './console-page';
import { listenToTones, tones } from './tones';

describe('an agreed time passes', () => {
  let concord: Concord;
  let browser: Browser;
  let desk: Window;
  let other: Window;
  let control: ConsolePage;
  let journey: Journey;

  beforeAll(async () => {
    concord = await startConcord();
    browser = await openBrowser();
    desk = await (await Window.open(browser, concord.address)).signInAs('controller');
    other = await (await Window.open(browser, concord.address)).signInAs('inspector');
    control = new ConsolePage(desk.page);
    journey = await Journey.open(await concord.signIn('controller'));
    await journey.detain();
  });
  afterAll(async () => {
    try {
      await desk?.close();
      await other?.close();
    } finally {
      await browser?.close();
      await concord?.stop();
    }
  });

  it('the incident turns due, its banner is on the consoles and says who is called', async () => {
    await concord.advance({ minutes: 20 });
    const alarm = control.alarms.filter({ hasText: journey.ref });
    await seenWithinASecond(alarm.getByText('DUE 0:10'));
    await seenWithinASecond(alarm.getByText('Place of safety found'));
    await seenWithinASecond(control.row(journey.ref).getByText('DUE 0:10'));
    await seenWithinASecond(other.page.getByTestId('alarm').filter({ hasText: journey.ref }));
  });

  it('it turns over, is spoken once, and is called to those who hold the duty now', async () => {
    await concord.advance({ minutes: 10 });
    await seenWithinASecond(control.alarms.getByText('OVER +0:00'));
    await seenWithinASecond(control.row(journey.ref).getByText('OVER +0:00'));
    await seenWithinASecond(control.alarms.getByText(/called .*Insp\. Bram Osierby/));
    await seenWithinASecond(desk.page.locator('[role="alert"]', { hasText: `Over: ${journey.ref}` }));
    await picture(desk.page, 'alarm');
  });

  it('O takes it on by name, on every console', async () => {
    await control.atBoard();
    await control.press('o');
    await seenWithinASecond(control.alarms.getByText(/Cass Merriweather has it/));
    await seenWithinASecond(other.page.getByTestId('alarm').getByText(/Cass Merriweather has it/));
  });

  it('the demo bar moves time for everybody', async () => {
    await desk.page.getByRole('button', { name: '+5 min' }).click();
    await seenWithinASecond(desk.page.getByTestId('area-time').getByText(/02:35:/));
    await other.page
      .getByTestId('area-time')
      .getByText(/02:35:/)
      .waitFor({ timeout: 3000 });
    await seenWithinASecond(control.alarms.getByText('OVER +0:05'));
  });

  it('an engine that stops is said to be silent within ten seconds, on every console', async () => {
    await concord.engine.stop();
    const banner = desk.page.getByText(/ESCALATION ENGINE SILENT \d+ s/);
    await banner.waitFor({ timeout: 10_000 });
    await seenWithinASecond(other.page.getByText(/ESCALATION ENGINE SILENT/));
    await picture(desk.page, 'engine-silent');
  });

  it('an engine that returns late calls all the same, and says how late', async () => {
    await concord.advance({ minutes: 35 });
    await concord.engine.start();
    await seenWithinASecond(control.alarms.getByText(/late by 0:\d\d:\d\d/));
    await desk.page.getByText('Escalations: running').waitFor({ timeout: 10_000 });
  });
});

describe('with nobody on call for AMHP', () => {
  let concord: Concord;
  let browser: Browser;
  let desk: Window;

  beforeAll(async () => {
    const rotas = harrowdaleAndVale.rotas.filter(({ duty }) => duty !== 'amhp');
    concord = await startConcord({ area: { ...harrowdaleAndVale, rotas } });
    browser = await openBrowser();
    desk = await Window.open(browser, concord.address);
    await listenToTones(desk);
    await desk.signInAs('controller');
  });
  afterAll(async () => {
    try {
      await desk?.close();
    } finally {
      await browser?.close();
      await concord?.stop();
    }
  });

  it('a request for one is a loud alarm within a second, until there is nothing to ask for', async () => {
    const { page } = desk;
    await page.getByText('No clock is due or over.').waitFor();
    await page.getByTestId('sound').getByText('Sound on').waitFor();
    const journey = await Journey.open(await concord.signIn('controller'));
    await journey.detain();
    await journey.record({ kind: 'arrived', placeId: concord.ids.places['ed-nettlefold'] });
    await journey.requestAmhp();
    const alarm = page.getByTestId('unasked');
    await seenWithinASecond(alarm.getByText('NOBODY TO ASK: ring for one yourself'));
    await seenWithinASecond(alarm.getByRole('link', { name: journey.ref }));
    await seenWithinASecond(alarm.getByText(/^waits 0:00/));
    await seenWithinASecond(
      page.locator('[role="alert"]', { hasText: `${journey.ref}: nobody to ask, AMHP` }),
    );
    await comesToBe(() => page.title(), '(1) Concord');
    // The high alarm, once: five pulses of five partials.
    expect(await tones(desk)).toBe(25);
    expect(await violations(page)).toEqual([]);
    await picture(page, 'nobody-to-ask');
    await journey.record({ kind: 'assessment-started', amhp: 'From the neighbouring county' });
    await journey.record({ kind: 'outcome', code: 'discharged-with-follow-up', note: '' });
    await alarm.waitFor({ state: 'detached' });
    await comesToBe(() => page.title(), 'Concord');
  });
});
