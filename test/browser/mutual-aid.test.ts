import { harrowdaleAndVale, tarnhithe } from '@concord/coordination';
import type { Concord, Person } from '@concord/testing';
import { Journey, startConcord } from '@concord/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { violations } from './axe';
import { PHONE, Window, openBrowser, picture, scrollsSideways, seenWithinASecond } from './browser';

const goTo = async (window: Window, view: 'Board' | 'Places' | 'Map'): Promise<void> => {
  await window.page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: view }).click();
  await window.page.getByRole('heading', { level: 1 }).waitFor();
};

const lending = (page: Page, side: 'lends' | 'borrows'): Locator => page.getByTestId(`lending-${side}`);
const line = (page: Page, place: string): Locator => page.locator(`tr[data-place^="${place}"]`);

describe.each(['light', 'dark'] as const)('mutual aid, %s', (theme) => {
  let concord: Concord;
  let browser: Browser;
  let lender: Window;
  let borrower: Window;
  let suite: Window;
  let board: Window;
  let control: Person;
  let journey: Journey;

  beforeAll(async () => {
    concord = await startConcord({ area: harrowdaleAndVale, neighbour: tarnhithe });
    control = await concord.signIn('controller');
    journey = await Journey.open(control, {
      person: {
        ageYears: 27,
        ageBasis: 'known',
        sex: 'female',
        needs: ['step-free'],
        risks: [{ kind: 'self-harm', note: 'Cuts to left arm, dressed', source: 'PC 4411' }],
      },
    });
    await journey.detain();
    browser = await openBrowser();
    const open = async (persona: string, viewport?: typeof PHONE) =>
      (await Window.open(browser, concord.address, viewport ? { viewport, theme } : { theme })).signInAs(
        persona,
      );
    lender = await open('neighbour-coordinator');
    borrower = await open('coordinator');
    suite = await open('neighbour-nurse', PHONE);
    board = await open('controller');
    await goTo(lender, 'Places');
    await goTo(borrower, 'Places');
  });
  afterAll(async () => {
    try {
      for (const window of [lender, borrower, suite, board]) await window?.close();
    } finally {
      await browser?.close();
      await concord?.stop();
    }
  });

  it('the coordinator lends a suite by its rules, and the neighbour’s open screens have it within a second', async () => {
    const { page } = lender;
    await page.getByRole('button', { name: 'Lend places…' }).click();
    const form = page.getByRole('form', { name: 'Lend places' });
    await form.getByRole('button', { name: 'Lend', exact: true }).click();
    await seenWithinASecond(form.getByText('Choose at least one suite.'));
    expect(await violations(page)).toEqual([]);
    await form.getByLabel('To', { exact: true }).selectOption({ label: 'Harrowdale and Vale' });
    await form.getByText('Sedge Suite').click();
    await form.getByLabel('Rooms at once, at most').fill('1');
    await form.getByText('Each person needs our yes').click();
    await form.getByRole('button', { name: 'Lend', exact: true }).click();
    await seenWithinASecond(lending(page, 'lends').getByText('WE LEND to Harrowdale and Vale'));
    await seenWithinASecond(lending(page, 'lends').getByText('12:00 left, until 14:00'));
    await seenWithinASecond(lending(borrower.page, 'borrows').getByText('LENT TO US by Tarnhithe'));
    await seenWithinASecond(line(borrower.page, 'Sedge').getByText('LENT by Tarnhithe until 14:00'));
    await seenWithinASecond(line(borrower.page, 'Sedge').getByTestId('can-take').getByText('1 free'));
    await picture(borrower.page, 'beds-lent');
  });

  it('a borrowed room is marked among the places to hold, after our own, and on the map', async () => {
    await board.page.locator(`[role="row"][data-ref="${journey.ref}"]`).click();
    const option = board.page.locator('#places [data-room="Sedge 2"]');
    await option.getByText('LENT by Tarnhithe until 14:00').waitFor();
    await goTo(board, 'Map');
    const item = board.page.locator('[role="option"][data-item="Sedge Suite"]');
    await seenWithinASecond(item.getByText('lent by Tarnhithe'));
    await item.click();
    expect(await violations(board.page)).toEqual([]);
  });

  it('the suite sees the least it needs of the person, and whose yes it waits for', async () => {
    const lent = (await journey.places()).find(({ roomName }) => roomName === 'Sedge 1');
    await journey.hold(lent?.roomId);
    const card = suite.page.getByTestId('incoming');
    await seenWithinASecond(card.getByText('Our coordinator has still to say yes'));
    await seenWithinASecond(card.getByText('adult, female · needs: step-free'));
    await seenWithinASecond(card.getByText(/Cuts to left arm, dressed/));
    await picture(suite.page, 'suite-lends');
    expect(await violations(suite.page)).toEqual([]);
    expect(await scrollsSideways(suite.page)).toBe(false);
    const yes = lender.page.getByTestId('yes-awaited');
    await seenWithinASecond(yes.getByText(journey.ref));
    expect(await violations(lender.page)).toEqual([]);
    await picture(lender.page, 'beds-lends');
    await goTo(lender, 'Board');
    await seenWithinASecond(yes.getByText(journey.ref));
    expect(await violations(lender.page)).toEqual([]);
    await yes.getByRole('button', { name: 'Yes' }).click();
    await seenWithinASecond(card.getByText('Our coordinator has said yes.'));
    await card.getByRole('button', { name: 'Accept', exact: true }).click();
    await seenWithinASecond(card.getByText('ACCEPTED'));
    await goTo(lender, 'Places');
  });

  it('withdrawn with a reason, it is marked as lent no longer at once, and stays for whoever was accepted', async () => {
    const mine = lending(lender.page, 'lends');
    await mine.getByRole('button', { name: 'Withdraw…' }).click();
    await mine.getByLabel('Why it is no longer lent').fill('Two of ours are on their way');
    await mine.getByRole('button', { name: 'Withdraw', exact: true }).click();
    await seenWithinASecond(line(borrower.page, 'Sedge').getByText('NO LONGER LENT by Tarnhithe'));
    await seenWithinASecond(lender.page.getByText('Nothing is lent, either way.'));
    expect(await violations(borrower.page)).toEqual([]);
    await journey.record({ kind: 'outcome', code: 'released-before-arrival', note: '' });
    await line(borrower.page, 'Sedge').waitFor({ state: 'detached' });
  });
});
