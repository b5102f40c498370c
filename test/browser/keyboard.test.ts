import type { Concord } from '@concord/testing';
import { Journey, startConcord } from '@concord/testing';
import type { Browser } from 'playwright-core';
import { openBrowser, seenWithinASecond, Window } from './browser';
import { ConsolePage } from './console-page';

describe('two controllers, one room', () => {
  let concord: Concord;
  let browser: Browser;
  let first: Window;
  let second: Window;

  beforeAll(async () => {
    concord = await startConcord();
    browser = await openBrowser();
    first = await (await Window.open(browser, concord.address)).signInAs('controller');
    second = await (await Window.open(browser, concord.address)).signInAs('controller-2');
  });
  afterAll(async () => {
    try {
      await first?.close();
      await second?.close();
    } finally {
      await browser?.close();
      await concord?.stop();
    }
  });

  it('the loser is told who holds it, and holds the next best with Enter', async () => {
    const controller = await concord.signIn('controller');
    const one = await Journey.open(controller);
    await one.detain();
    const other = await Journey.open(controller);
    await other.detain();
    const desks = [
      { page: new ConsolePage(first.page), ref: one.ref },
      { page: new ConsolePage(second.page), ref: other.ref },
    ];
    for (const { page, ref } of desks) {
      await page.row(ref).click();
      await page.atBoard();
      await page.press('p');
      await page.places(1).locator('button:focus').waitFor();
      await seenWithinASecond(page.places(1).getByText('Elm 1'));
    }
    await Promise.all(desks.map(({ page }) => page.press('Enter')));

    const refusals = desks.map(({ page }) => page.page.locator('#places').getByTestId('refusal'));
    const lost = await Promise.race(
      refusals.map((refusal, n) => refusal.waitFor({ timeout: 2000 }).then(() => n)),
    );
    const loser = desks[lost];
    const winner = desks[1 - lost];
    if (!loser || !winner) throw new Error('there are two desks');
    await seenWithinASecond(loser.page.places().getByText(`Held for ${winner.ref}`));
    await seenWithinASecond(loser.page.page.getByTestId('next-best').getByText('Elm 2'));
    await seenWithinASecond(winner.page.page.getByTestId('held').getByText('Elm 1'));

    await loser.page.places(1).locator('button:focus').waitFor({ timeout: 1000 });
    await loser.page.press('Enter');
    await seenWithinASecond(loser.page.page.getByTestId('held').getByText('Elm 2'));
    await seenWithinASecond(winner.page.row(loser.ref).getByText('Elm Suite, Elm 2'));
  });

  it('keys do nothing while somebody types, and nothing once they are turned off', async () => {
    const page = new ConsolePage(first.page);
    await page.atBoard();
    await page.press('n');
    await page.page.getByLabel('Where').fill('');
    await page.press('n', 'o', 'p', '1');
    expect(await page.page.getByLabel('Where').inputValue()).toBe('nop1');
    await page.press('Escape');
    await page.atBoard();
    await page.press('?');
    await page.page.getByLabel(/Single-letter keys work/).uncheck();
    await page.press('Escape');
    await page.atBoard();
    await page.press('n');
    expect(await page.page.getByLabel('Where').count()).toBe(0);
    await page.page.getByRole('button', { name: /Keys/ }).click();
    await page.page.getByLabel(/Single-letter keys work/).check();
    await page.press('Escape');
  });

  it('the board keeps its focus and its chosen incident while others overtake it', async () => {
    const page = new ConsolePage(first.page);
    await page.atBoard();
    const chosen = page.page.locator('[role="row"][aria-selected="true"]');
    const ref = await chosen.getAttribute('data-ref');
    const controller = await concord.signIn('controller');
    for (let n = 0; n < 3; n++) await (await Journey.open(controller)).detain();
    await concord.advance({ minutes: 25 });
    await page.page.waitForTimeout(2500);
    expect(await chosen.getAttribute('data-ref')).toBe(ref);
    expect(await page.page.evaluate(() => document.activeElement?.id)).toBe('board');
  });
});
