import type { Concord } from '@concord/testing';
import { Journey, startConcord } from '@concord/testing';
import type { Browser } from 'playwright-core';
import { violations } from './axe';
import { openBrowser, seenWithinASecond, Window } from './browser';
import { ConsolePage } from './console-page';
import { listenToTones, tones } from './tones';

const shot = async ({ page }: Window, name: string): Promise<void> => {
  const folder = process.env['SCREENSHOT_DIR'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
};

describe.each(['light', 'dark'] as const)('an alarm at two desks, %s', (theme) => {
  let concord: Concord;
  let browser: Browser;
  let desk: Window;
  let other: Window;
  let control: ConsolePage;
  let journey: Journey;

  const at = async (persona: string): Promise<Window> => {
    const window = await Window.open(browser, concord.address, { theme });
    await listenToTones(window);
    return window.signInAs(persona);
  };
  const untilMoreTonesThan = async (window: Window, before: number): Promise<void> => {
    for (let tries = 0; (await tones(window)) <= before; tries += 1) {
      if (tries === 20) throw new Error('nothing was heard within a second');
      await window.page.waitForTimeout(50);
    }
  };
  const alarm = ({ page }: Window) => page.getByTestId('alarm').filter({ hasText: journey.ref });

  beforeAll(async () => {
    concord = await startConcord();
    browser = await openBrowser();
    [desk, other] = [await at('controller'), await at('controller-2')];
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

  it('is heard at both within a second of falling due', async () => {
    for (const { page } of [desk, other]) await page.getByTestId('sound').getByText('Sound on').waitFor();
    const before = [await tones(desk), await tones(other)];
    await concord.advance({ minutes: 20 });
    await untilMoreTonesThan(desk, before[0] ?? 0);
    await untilMoreTonesThan(other, before[1] ?? 0);
  });

  it('S silences one desk, says so by name at the other, and gives it to nobody', async () => {
    await control.atBoard();
    await control.press('s');
    await seenWithinASecond(alarm(other).getByText(/silenced by Cass Merriweather, owned by nobody/));
    await seenWithinASecond(alarm(other).getByRole('button', { name: /^Own/ }));
    await alarm(desk)
      .getByRole('button', { name: /^Silence/ })
      .waitFor({ state: 'detached' });
  });

  it('Z puts it aside with a reason in words next to the control, and it stands behind what is not', async () => {
    await control.atBoard();
    await control.press('z');
    await desk.page.getByRole('button', { name: 'Snooze', exact: true }).click();
    await desk.page.getByText('Say why, for whoever looks next.').waitFor();
    await desk.page.getByLabel('Why').fill('Elm rings back');
    expect(await violations(desk.page)).toEqual([]);
    await shot(desk, `snooze-${theme}`);
    await desk.page.keyboard.press('Enter');
    await seenWithinASecond(alarm(other).getByText(/aside until 02:30, Cass Merriweather: Elm rings back/));
  });

  it('the breach is heard again at the desk that was silent, and can be put aside no more', async () => {
    const before = await tones(desk);
    await concord.advance({ minutes: 10 });
    await seenWithinASecond(alarm(desk).getByText('OVER +0:00'));
    await untilMoreTonesThan(desk, before);
    expect(
      await alarm(desk)
        .getByRole('button', { name: /^Snooze/ })
        .count(),
    ).toBe(0);
  });

  it('an owner of whom nothing is heard loses it, aloud, on both desks', async () => {
    await control.atBoard();
    await control.press('o');
    await seenWithinASecond(alarm(other).getByText(/Cass Merriweather has it/));
    await alarm(desk)
      .getByRole('button', { name: /^Still mine/ })
      .waitFor();
    const before = await tones(other);
    await concord.advance({ minutes: 20 });
    await seenWithinASecond(alarm(other).getByText(/Cass Merriweather had it, nothing heard since 02:30/));
    await untilMoreTonesThan(other, before);
    expect(await violations(other.page)).toEqual([]);
    await shot(other, `gone-quiet-${theme}`);
  });
});
