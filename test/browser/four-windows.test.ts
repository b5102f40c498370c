import type { Concord } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';
import type { Browser } from 'playwright-core';
import { openBrowser, PHONE, picture, seenWithinASecond, Window } from './browser';
import { ConsolePage } from './console-page';

const at = (text: string, district: string, lat: number, lon: number) => ({
  where: { text, district, position: { lat, lon } },
});

/** The night has begun without our four: a board with one incident on it proves little. */
const othersGoOn = async (concord: Concord): Promise<void> => {
  const [control, alder, hazel] = await concord.signInAs('controller-2', 'alder-nurse', 'hazel-nurse');
  const { rooms, resources } = concord.ids;
  const handedOver = await Journey.open(control, at('Kestrel Close', 'Harrowdale', 54.98, 2.36));
  await handedOver.arriveAt(alder, rooms['alder-1'] ?? '');
  await handedOver.record({ kind: 'handed-over', acceptedBy: 'Ottilie Withy' }, alder);
  const waiting = await Journey.open(control, at('Library steps', 'The Vale', 54.84, 2.57));
  await waiting.arriveAt(hazel, rooms['hazel-1'] ?? '');
  const searching = await Journey.open(control, at('Ketter Bridge', 'Ketterfold', 55.05, 2.16));
  await searching.detain();
  await concord.advance({ minutes: 27 });
  const asked = await Journey.open(control, at('Station forecourt', 'The Vale', 54.85, 2.53));
  await asked.detain();
  await asked.hold(rooms['rowan-1']);
  const car = { incidentId: asked.incidentId };
  accepted(await control.post(`resources/${resources['t2'] ?? ''}/commit`, car), 'commit');
  await Journey.open(control, at('A61 layby north', 'Ketterfold', 55.02, 2.2));
  await concord.advance({ minutes: 3 });
};

/**
 * One incident played through by four people in four windows, from first call to close. After each
 * step every other window that concerns it must show it within a second.
 */
describe('one incident, four windows', () => {
  let concord: Concord;
  let browser: Browser;
  let desk: Window;
  let suite: Window;
  let phone: Window;
  let car: Window;
  let control: ConsolePage;
  let ref: string;

  beforeAll(async () => {
    concord = await startConcord({ now: '2026-11-22T01:30:00Z' });
    await othersGoOn(concord);
    browser = await openBrowser();
    desk = await (await Window.open(browser, concord.address)).signInAs('controller');
    suite = await (await Window.open(browser, concord.address, { viewport: PHONE })).signInAs('suite-nurse');
    phone = await (await Window.open(browser, concord.address, { viewport: PHONE })).signInAs('amhp');
    car = await (await Window.open(browser, concord.address, { viewport: PHONE })).signInAs('crew');
    control = new ConsolePage(desk.page);
  });

  afterAll(async () => {
    try {
      for (const window of [desk, suite, phone, car]) await window?.close();
    } finally {
      await browser?.close();
      await concord?.stop();
    }
  });

  const nurseSees = (card: string) => suite.page.locator(`[data-testid="${card}"]`, { hasText: ref });
  const crewJob = () => car.page.locator('[data-testid="job"]', { hasText: ref });

  it('1. the controller opens it, sends the car, records the advice and then the detention', async () => {
    ref = await control.open({ where: 'Quay Steps, lower landing' });
    await control.press('c');
    await desk.page.getByRole('button', { name: /^T1 ·/ }).waitFor();
    await control.press('Enter');
    await seenWithinASecond(crewJob());
    await seenWithinASecond(control.car('T1').getByText('En route'));
    await control.detain();
    await seenWithinASecond(control.row(ref).getByText('Detained, at scene'));
    await seenWithinASecond(crewJob().getByText('Detained, at scene'));
  });

  it('5. the crew sets its state, and the board lists it', async () => {
    await car.page.getByRole('button', { name: '6 At scene' }).click();
    await seenWithinASecond(control.car('T1').getByText('At scene'));
    await seenWithinASecond(control.car('T1').getByText(ref));
    await picture(car.page, 'crew');
  });

  it('2. a room is held in two keystrokes; the suite sees it with a countdown, and accepts', async () => {
    await control.atBoard();
    await control.press('p', 'Enter');
    await seenWithinASecond(nurseSees('incoming').getByText(/reply in 0:30:00/));
    await seenWithinASecond(control.row(ref).getByText(/asked, reply in/));
    await seenWithinASecond(crewJob().getByText(/ASKED/));
    await picture(suite.page, 'suite');
    await nurseSees('incoming').getByRole('button', { name: 'Accept', exact: true }).click();
    await seenWithinASecond(control.row(ref).getByText(/accepted, kept for/));
    await seenWithinASecond(crewJob().getByText(/ACCEPTED/));
  });

  it('3a. the crew conveys; the suite records the arrival, which starts the 24 hours', async () => {
    await crewJob().getByRole('button', { name: 'Conveyance started' }).click();
    await crewJob().getByRole('button', { name: 'Record: conveyance started' }).click();
    await seenWithinASecond(control.row(ref).getByText('On the way'));
    await seenWithinASecond(nurseSees('incoming').getByText(/On the way since/));
    await concord.advance({ minutes: 12 });
    await suite.page.getByTestId('area-time').getByText('02:12:').waitFor({ timeout: 3000 });
    await nurseSees('incoming').getByRole('button', { name: 'Person arrived' }).click();
    await suite.page.getByRole('button', { name: '-5', exact: true }).click();
    await suite.page.getByRole('button', { name: /^Record: arrived/ }).click();
    await seenWithinASecond(control.row(ref).getByText('Arrived, police waiting'));
    await seenWithinASecond(control.row(ref).getByText(/23:5\d left/));
    await seenWithinASecond(crewJob().getByText(/23:5\d left/));
    await seenWithinASecond(suite.page.locator('[data-testid="present"]').getByText(/23:5\d left/));
  });

  it('3b. the AMHP is asked, accepts and travels', async () => {
    await control.atBoard();
    await control.press('a');
    await desk.page.getByRole('button', { name: 'Ask the AMHP service' }).waitFor();
    await control.press('Enter');
    const offer = phone.page.locator('[data-testid="offer"]', { hasText: ref });
    await seenWithinASecond(offer.getByText(/reply in/));
    await picture(phone.page, 'amhp');
    await offer.getByRole('button', { name: 'Accept', exact: true }).click();
    const mine = phone.page.locator('[data-testid="mine"]', { hasText: ref });
    await seenWithinASecond(mine.getByText(/Yours \d\d:\d\d/));
    await seenWithinASecond(control.row(ref).getByText('has it'));
    await seenWithinASecond(suite.page.locator('[data-testid="present"]').getByText('Hollis Brightwater'));
    await mine.getByRole('button', { name: 'I am travelling' }).click();
    await seenWithinASecond(desk.page.getByText(`travelling to ${ref}`));
    await mine.getByRole('button', { name: 'I am on scene' }).click();
    await seenWithinASecond(desk.page.getByText(`on scene, ${ref}`));
  });

  it('3c. handover, assessment and outcome; the room is free again and the incident closes', async () => {
    const present = suite.page.locator('[data-testid="present"]', { hasText: ref });
    await present.getByRole('button', { name: 'Handover accepted by…' }).click();
    await present.getByLabel('Accepted by').fill('Tamsin Elderflower');
    await present.getByRole('button', { name: 'Record: handed over' }).click();
    await seenWithinASecond(control.row(ref).getByText('Handed over'));
    await seenWithinASecond(crewJob().getByText('Handed over'));

    const mine = phone.page.locator('[data-testid="mine"]', { hasText: ref });
    await mine.getByRole('button', { name: 'Assessment started' }).click();
    await mine.getByRole('button', { name: 'Record: assessment started' }).click();
    await seenWithinASecond(control.row(ref).getByText('Being assessed'));
    await seenWithinASecond(present.getByText('Being assessed'));
    await picture(desk.page, 'control-room');

    await mine.getByRole('button', { name: 'Outcome' }).click();
    await mine.getByRole('combobox', { name: 'Outcome' }).selectOption('discharged-with-follow-up');
    await mine.getByRole('button', { name: 'Record: outcome' }).click();
    await seenWithinASecond(control.row(ref).getByText('Detention ended'));
    await seenWithinASecond(suite.page.getByText('Nobody is here under s136.'));
    await seenWithinASecond(phone.page.getByText(/No requests/));

    await control.atBoard();
    await control.press('t');
    await desk.page.getByRole('button', { name: 'Record: close incident' }).click();
    await control.row(ref).waitFor({ state: 'detached', timeout: 1000 });
  });
});
