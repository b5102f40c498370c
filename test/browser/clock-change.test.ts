import type { Concord } from '@concord/testing';
import { Journey, startConcord } from '@concord/testing';
import type { Browser } from 'playwright-core';
import { Window, comesToBe, hasFocus, openBrowser, seenWithinASecond } from './browser';
import { ConsolePage } from './console-page';

const stops: (() => Promise<void>)[] = [];

/** A controller at an incident's first form, at this time. */
const atFirstForm = async (now: string, browser: Browser) => {
  const concord: Concord = await startConcord({ now });
  const journey = await Journey.open(await concord.signIn('controller'));
  const desk = await (await Window.open(browser, concord.address)).signInAs('controller');
  const control = new ConsolePage(desk.page);
  await seenWithinASecond(control.row(journey.ref));
  await control.atBoard();
  await control.press('t');
  const stop = async () => {
    try {
      await desk.close();
    } finally {
      await concord.stop();
    }
  };
  stops.push(stop);
  return { page: desk.page, control };
};

describe('a time typed on a night when the clocks change', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    try {
      for (const stop of stops) await stop();
    } finally {
      await browser?.close();
    }
  });

  it('is asked about when it happened twice, and is not sent until it is answered', async () => {
    const { page, control } = await atFirstForm('2026-10-25T02:10:00Z', browser);
    const when = page.getByRole('textbox', { name: 'When' });
    await when.fill('0130');
    await page.getByLabel('Who gave the advice').fill('Nurse Sorrel');
    await page.getByLabel('What they advised').fill('Known to services');
    await page.getByRole('button', { name: 'Record: advice sought' }).click();
    const which = page.getByRole('group', { name: /01:30 happened twice on Sun 25-Oct-2026/ });
    await seenWithinASecond(which);
    await seenWithinASecond(which.getByRole('button', { name: '01:30 BST (first)' }));
    await when.focus();
    await control.press('Tab', 'Tab', 'Enter');
    await comesToBe(() => when.inputValue(), '0130 GMT');
    await comesToBe(() => hasFocus(when), true);
    await seenWithinASecond(page.getByText('Sun 25-Oct-2026 01:30 GMT, 40 min ago'));
    await page.getByText('told later', { exact: true }).click();
    await page.getByRole('button', { name: 'Record: advice sought' }).click();
    const advice = page.getByRole('listitem').filter({ hasText: 'Advice from Nurse Sorrel' });
    await seenWithinASecond(advice.getByText('01:30 GMT'));
    await seenWithinASecond(advice.getByText(/told later/));
  });

  it('is refused when it never was, with the next real time', async () => {
    const { page } = await atFirstForm('2027-03-28T03:00:00Z', browser);
    await page.getByRole('textbox', { name: 'When' }).fill('0130');
    await seenWithinASecond(page.getByText(/There was no 01:30 .* The next real time is 02:00 BST\./));
    await page.getByRole('textbox', { name: 'When' }).fill('0205');
    await seenWithinASecond(page.getByText(/Sun 28-Mar-2027 02:05 BST, 1:55 h ago/));
  });
});
