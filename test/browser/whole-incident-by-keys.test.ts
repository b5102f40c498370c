import type { AmhpRequest, Hold } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, startConcord } from '@concord/testing';
import type { Browser, Locator } from 'playwright-core';
import { openBrowser, seenWithinASecond, Window } from './browser';
import { ByKeys } from './by-keys';
import { ConsolePage } from './console-page';

/** The controller touches nothing but the keyboard, from the sign-in to the close. The suite and the AMHP answer. */
describe('a whole incident by keyboard alone', () => {
  let concord: Concord;
  let browser: Browser;
  let desk: Window;
  let control: ConsolePage;
  let keys: ByKeys;
  let nurse: Person;
  let amhp: Person;
  let ref: string;

  beforeAll(async () => {
    concord = await startConcord();
    browser = await openBrowser();
    desk = await Window.open(browser, concord.address);
    control = new ConsolePage(desk.page);
    keys = new ByKeys(desk.page);
    [nurse, amhp] = await concord.signInAs('suite-nurse', 'amhp');
  });
  afterAll(async () => {
    try {
      await desk?.close();
    } finally {
      await browser?.close();
      await concord?.stop();
    }
  });

  const inState = (words: string): Promise<void> => seenWithinASecond(control.row(ref).getByText(words));
  const form = (name: string): Locator => desk.page.getByRole('form', { name });
  /** T opens the form of the next step, once that is what the panel offers, with the focus in its first field. */
  const next = async (step: string): Promise<void> => {
    await control.next.getByRole('button', { name: step }).first().waitFor();
    await keys.press('t');
    await form(step).waitFor();
  };

  it('signs in and opens it', async () => {
    await desk.page.goto('/');
    await desk.page.locator('[data-persona="controller"]').waitFor();
    await keys.tabTo(/^Controller/);
    await keys.press('Enter');
    await desk.live();
    await keys.tabTo(/^Skip to the main part/);
    await keys.press('Enter', 'n');
    await keys.fill(/^Where/, 'Quay Steps, lower landing');
    await keys.fill(/^District/, 'Harrow');
    await keys.fill(/^Called by/, 'PC 4411 by radio');
    await keys.fill(/^Age$/, '34');
    await keys.tabTo(/^Estimated/);
    await keys.press('ArrowLeft', 'Enter');
    const row = desk.page.locator('[role="row"][aria-selected="true"]', { hasText: 'Quay Steps' });
    await seenWithinASecond(row.getByText('34', { exact: false }));
    ref = (await row.getAttribute('data-ref')) ?? '';
  });

  it('records the advice and the detention', async () => {
    await next('Advice sought');
    await keys.fill(/^Who gave the advice/, 'Nurse Sorrel');
    await keys.fill(/^What they advised/, 'Known to services, not eating');
    await keys.tabTo(/^Record: advice sought/);
    await keys.press('Enter');
    await seenWithinASecond(control.next.getByRole('button', { name: 'Detained under s136' }));
    await next('Detained under s136');
    await keys.fill(/^Detaining officer/, 'PC 4411');
    await keys.press('Enter');
    await inState('Detained, at scene');
  });

  it('notes a risk, with who says so and for how long', async () => {
    await keys.tabTo(/^Note a risk/);
    await keys.press('Enter');
    await keys.tabTo(/^Violence/);
    await keys.press('ArrowRight');
    await keys.fill(/^What others need to know/, 'Cuts to the left arm, dressed');
    await keys.fill(/^On whose word/, 'PC 4411');
    await keys.press('Enter');
    const risk = desk.page.getByRole('list', { name: 'Need to know' });
    await seenWithinASecond(risk.getByText('Cuts to the left arm, dressed'));
    await keys.tabTo(/^Note a risk/);
  });

  it('holds the best room, and conveys once the suite has accepted', async () => {
    await keys.press('p');
    await control.places(1).locator('button:focus').waitFor();
    await keys.press('Enter');
    await seenWithinASecond(control.row(ref).getByText(/asked, reply in/));
    const [hold] = await concord.store.list(concord.areaId, 'hold', { incidentRef: ref });
    accepted(await nurse.post<Hold>(`holds/${hold?.id ?? ''}/accept`), 'accept');
    await seenWithinASecond(control.row(ref).getByText(/accepted, kept for/));
    await next('Conveyance started');
    await keys.press('Enter');
    await inState('On the way');
  });

  it('records the arrival, five minutes ago, which starts the 24 hours', async () => {
    await concord.advance({ minutes: 12 });
    await desk.page.getByTestId('area-time').getByText('02:12:').waitFor({ timeout: 3000 });
    await next('Arrived at place of safety');
    await keys.type('-5');
    await keys.press('Enter');
    await inState('Arrived, police waiting');
    await seenWithinASecond(control.row(ref).getByText('23:55 left'));
  });

  it('asks for an AMHP, then records the handover and the assessment', async () => {
    await keys.press('a');
    await desk.page.getByRole('button', { name: 'Ask the AMHP service' }).waitFor();
    await keys.press('Enter');
    await seenWithinASecond(control.row(ref).getByText(/asked, reply in/));
    const [request] = await concord.store.list(concord.areaId, 'amhp-request', { incidentRef: ref });
    accepted(await amhp.post<AmhpRequest>(`amhp-requests/${request?.id ?? ''}/accept`), 'accept');
    await seenWithinASecond(control.row(ref).getByText('has it'));
    await next('Handed over');
    await keys.fill(/^Accepted by/, 'Tamsin Elderflower');
    await keys.press('Enter');
    await inState('Handed over');
    await next('Assessment started');
    await keys.press('Enter');
    await inState('Being assessed');
  });

  it('records the outcome and closes it', async () => {
    await next('Outcome');
    await keys.fill(/^Outcome/, 'Discharged with');
    await keys.tabTo(/^Record: outcome/);
    await keys.press('Enter');
    await inState('Detention ended');
    await next('Close incident');
    await keys.tabTo(/^Record: close incident/);
    await keys.press('Enter');
    await control.row(ref).waitFor({ state: 'detached', timeout: 1000 });
  });
});
