import type { Concord } from '@concord/testing';
import { startConcord } from '@concord/testing';
import type { Browser } from 'playwright-core';
import { openBrowser, PHONE, seenWithinASecond, Window } from './browser';
import { ConsolePage } from './console-page';

describe('a no is said in words, beside what was pressed', () => {
  let concord: Concord;
  let browser: Browser;
  let desk: Window;
  let suite: Window;
  let first: Window;
  let second: Window;
  let control: ConsolePage;
  let ref: string;

  beforeAll(async () => {
    concord = await startConcord();
    browser = await openBrowser();
    desk = await (await Window.open(browser, concord.address)).signInAs('controller');
    suite = await (await Window.open(browser, concord.address, { viewport: PHONE })).signInAs('suite-nurse');
    first = await (await Window.open(browser, concord.address, { viewport: PHONE })).signInAs('amhp');
    second = await (await Window.open(browser, concord.address, { viewport: PHONE })).signInAs('amhp-2');
    control = new ConsolePage(desk.page);
    ref = await control.open({ where: 'Weir Bridge' });
  });
  afterAll(async () => {
    try {
      for (const window of [desk, suite, first, second]) await window?.close();
    } finally {
      await browser?.close();
      await concord?.stop();
    }
  });

  it('a detention without a consultation: the rule that forbids it', async () => {
    await control.next.getByRole('button', { name: 'Detained under s136' }).click();
    await desk.page.getByLabel('Detaining officer').fill('PC 4411');
    await control.press('Enter');
    await seenWithinASecond(control.next.getByTestId('refusal').getByText('Mental Health Act 1983 s136(1C)'));
    await control.press('Escape');
  });

  it('a time that could mean two things: refused before it is sent, and read back when it is clear', async () => {
    await control.atBoard();
    await control.press('t');
    const when = desk.page.getByLabel('When');
    await when.fill('312');
    await seenWithinASecond(control.next.getByText(/could mean two things/));
    await when.fill('-10');
    await seenWithinASecond(control.next.getByText(/01:50, 10 min ago|01:49, 10 min ago/));
    await control.press('Escape');
    await control.detain();
  });

  it('a blanket refusal for intoxication, then a reasoned one: the controller sees why and what is next best', async () => {
    await control.atBoard();
    await control.press('p', 'Enter');
    const card = suite.page.getByTestId('incoming').filter({ hasText: ref });
    await card.getByRole('button', { name: 'Refuse' }).click();
    await card.getByText('Clinical need from intoxication').click();
    await card.getByRole('button', { name: 'Send refusal' }).click();
    await seenWithinASecond(card.getByText(/Intoxication alone is not a reason/));
    await card
      .getByLabel('Why this person cannot be taken')
      .fill('Needs airway monitoring that we do not have tonight');
    await card.getByRole('button', { name: 'Send refusal' }).click();
    await seenWithinASecond(desk.page.getByTestId('last-answer').getByText(/airway monitoring/));
    await seenWithinASecond(control.places(1).getByText(/Rowan 1|Alder 1/));
    await card.waitFor({ state: 'detached', timeout: 1000 });
  });

  it('an AMHP who cannot take it: it is with the next one within a second', async () => {
    await control.atBoard();
    await control.press('a');
    await desk.page.getByRole('button', { name: 'Ask the AMHP service' }).waitFor();
    await control.press('Enter');
    const offer = first.page.getByTestId('offer');
    await seenWithinASecond(offer.getByText(ref));
    await offer.getByRole('button', { name: 'Can’t take' }).click();
    await offer.getByRole('button', { name: 'On another assessment' }).click();
    await offer.waitFor({ state: 'detached', timeout: 1000 });
    await seenWithinASecond(second.page.getByTestId('offer').getByText(ref));
    await seenWithinASecond(control.row(ref).getByText('Fern Coldharbour'));
  });
});
