import type { Hold } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';
import type { Browser, Locator } from 'playwright-core';
import { openBrowser, PHONE, seenWithinASecond, Window } from './browser';

/** A finger: how often it touched the screen is what is measured. */
class Finger {
  taps = 0;

  async tap(what: Locator): Promise<void> {
    this.taps += 1;
    await what.click();
  }
}

describe('the screen of a suite', () => {
  let concord: Concord;
  let browser: Browser;
  let suite: Window;
  let beds: Window;
  let control: Person;
  let alder: Person;
  let finger: Finger;

  const room = (name: string) => suite.page.getByTestId(`room-${name}`);
  const segment = (name: string, state: string) =>
    room(name).getByRole('button', { name: state, exact: true });
  const elm = () => beds.page.locator('tr[data-place="Elm Suite"]');
  const atDesk = (name: string) => elm().locator(`[data-room="${name}"]`);
  const incoming = (ref: string) => suite.page.getByTestId('incoming').filter({ hasText: ref });
  const staffFor = () => suite.page.getByTestId('staff-for');
  const askElm = async (key: string): Promise<Journey> => {
    const journey = await Journey.open(control);
    await journey.detain();
    await journey.hold(concord.ids.rooms[key]);
    await incoming(journey.ref).waitFor();
    return journey;
  };

  beforeAll(async () => {
    concord = await startConcord();
    [control, alder] = await concord.signInAs('controller', 'alder-nurse');
    browser = await openBrowser();
    beds = await (await Window.open(browser, concord.address)).signInAs('coordinator');
    await beds.page.goto('/beds');
    await elm().waitFor();
    suite = await (await Window.open(browser, concord.address, { viewport: PHONE })).signInAs('suite-nurse');
  });
  beforeEach(() => {
    finger = new Finger();
  });
  afterAll(async () => {
    try {
      for (const window of [suite, beds]) await window?.close();
    } finally {
      await browser?.close();
      await concord?.stop();
    }
  });

  it('says that no one is coming, and what the control room sees of it', async () => {
    await suite.page.getByText('No one incoming.').waitFor();
    await suite.page.getByText('Nobody is here under s136.').waitFor();
    await suite.page.getByTestId('seen-by-control').getByText('2 free').waitFor();
  });

  it('changes a room in one tap, seen at every desk within a second, and takes it back in one more', async () => {
    await finger.tap(segment('Elm 1', 'Cleaning'));
    await seenWithinASecond(atDesk('Elm 1').getByText(/CLEANING/));
    expect(finger.taps).toBe(1);
    const undo = suite.page.getByTestId('undo');
    await seenWithinASecond(undo.getByRole('button', { name: /^Undo, (10|9|8) s/ }));
    await finger.tap(undo.getByRole('button'));
    await seenWithinASecond(atDesk('Elm 1').getByText(/OPEN/));
    await undo.waitFor({ state: 'detached', timeout: 1000 });
    expect(finger.taps).toBe(2);
  });

  it('gives ten seconds to undo, and no more', async () => {
    await finger.tap(segment('Elm 1', 'Occupied'));
    await suite.page.getByTestId('undo').waitFor();
    await suite.page.getByTestId('undo').waitFor({ state: 'detached', timeout: 12_000 });
    await finger.tap(segment('Elm 1', 'Open'));
    await seenWithinASecond(atDesk('Elm 1').getByText(/OPEN/));
  });

  it('confirms everything in one tap, also once it had become unknown', async () => {
    await concord.advance({ minutes: 61 });
    await room('Elm 2')
      .getByText(/^NOT CONFIRMED 1:01 h/)
      .waitFor();
    await suite.page
      .getByTestId('seen-by-control')
      .getByText(/unknown/)
      .waitFor();
    await finger.tap(suite.page.getByRole('button', { name: /Nothing changed – confirm both/ }));
    await seenWithinASecond(elm().getByTestId('can-take').getByText('2 free'));
    await suite.page.getByText('Next check due 03:31.').waitFor();
    expect(finger.taps).toBe(1);
  });

  it('closes a room at once, and asks why and until when afterwards', async () => {
    await finger.tap(segment('Elm 2', 'Closed'));
    await seenWithinASecond(atDesk('Elm 2').getByText(/CLOSED/));
    expect(finger.taps).toBe(1);
    await seenWithinASecond(atDesk('Elm 2').getByText(/reason not said yet/));
    const why = room('Elm 2').getByTestId('why-closed');
    await why.getByText('by 03:11').waitFor();
    await concord.advance({ minutes: 11 });
    await why.getByText('REASON WAS DUE 03:11').waitFor();
    await finger.tap(why.getByRole('button', { name: 'Damage' }));
    await seenWithinASecond(atDesk('Elm 2').getByText(/damage/));
    await finger.tap(room('Elm 2').getByRole('button', { name: '+2h' }));
    await finger.tap(room('Elm 2').getByRole('button', { name: 'Promise it' }));
    await seenWithinASecond(atDesk('Elm 2').getByText(/Open again 05:12, likely \(repair\)/));
    expect(finger.taps).toBe(4);
    await segment('Elm 2', 'Open').click();
    await seenWithinASecond(atDesk('Elm 2').getByText(/OPEN/));
  });

  it('says for how many there is staff in one tap up or down', async () => {
    await finger.tap(staffFor().getByRole('button', { name: 'Staff for one more' }));
    await seenWithinASecond(
      elm()
        .getByTestId('can-take')
        .getByText(/staff for 3 more/),
    );
    expect(finger.taps).toBe(1);
    await finger.tap(staffFor().getByRole('button', { name: 'Staff for one fewer' }));
    await seenWithinASecond(
      elm()
        .getByTestId('can-take')
        .getByText(/staff for 2 more/),
    );
  });

  it('shows whoever is asked for with what is known of them, and takes them from a time to come', async () => {
    const journey = await askElm('elm-1');
    const card = incoming(journey.ref);
    await card.getByText(/reply in 0:(30:00|29:5\d)/).waitFor();
    await card.getByLabel('What is known of them').getByText('nothing said').first().waitFor();
    await card.getByRole('button', { name: /More time to answer/ }).click();
    await card.getByText('15 min', { exact: true }).click();
    await card.getByLabel('Why').fill('Nurse in charge is on the ward');
    await card.getByRole('button', { name: 'Keep it longer' }).click();
    await card.getByText(/reply in 0:4[45]/).waitFor();
    await card.getByRole('button', { name: /Accept, not before/ }).click();
    await card.getByRole('button', { name: '+1h' }).click();
    await card.getByRole('button', { name: /^Accept, not before 04:1/ }).click();
    await seenWithinASecond(card.getByText(/ACCEPTED, NOT BEFORE 04:1/));
    await seenWithinASecond(elm().getByText(/not before 04:1/));
    await card.getByRole('button', { name: /Cannot take them after all/ }).click();
    // Taking an acceptance back is a refusal like any other: coded, with its reason, in the ledger.
    await card.getByText('Risk beyond safe staffing').click();
    await card
      .getByLabel('Why this person cannot be taken')
      .fill('Flood on the ward, two nurses moved to it');
    await card.getByRole('button', { name: 'Send refusal' }).click();
    await card.waitFor({ state: 'detached', timeout: 2000 });
  });

  it('refuses with a reason about the person, said beside the field when it is none, and may think again', async () => {
    const journey = await askElm('elm-1');
    const card = incoming(journey.ref);
    await card.getByRole('button', { name: 'Refuse' }).click();
    await card.getByText('Clinical need from intoxication').click();
    const why = card.getByLabel('Why this person cannot be taken');
    await why.fill('Too drunk');
    await card.getByRole('button', { name: 'Send refusal' }).click();
    await seenWithinASecond(card.getByText(/Intoxication alone is not a reason to refuse.*Concordat/));
    expect(await why.getAttribute('aria-invalid')).toBe('true');
    await why.fill('Needs airway monitoring that we do not have tonight');
    await card.getByRole('button', { name: 'Send refusal' }).click();
    await card.waitFor({ state: 'detached', timeout: 2000 });
    const answered = suite.page.getByTestId('answered').filter({ hasText: journey.ref });
    await seenWithinASecond(answered.getByText(/clinical need from intoxication. Needs airway monitoring/));
    await answered.getByRole('button', { name: /Take them after all/ }).click();
    await answered.getByLabel('What has changed').fill('A registered nurse has come in');
    await answered.getByRole('button', { name: 'Take them after all', exact: true }).click();
    await seenWithinASecond(card.getByText('ACCEPTED'));
    await journey.record({ kind: 'conveyance-started', mode: 'ambulance' });
    await seenWithinASecond(card.getByText(/On the way since/));
    await card.getByRole('button', { name: 'Person arrived' }).click();
    await suite.page.getByRole('button', { name: /^Record: arrived/ }).click();
    const here = suite.page.getByTestId('present').filter({ hasText: journey.ref });
    await here.getByText('Police handover').waitFor();
  });

  it('closes a room over whoever is in it: they stay, and nobody comes after them', async () => {
    await finger.tap(segment('Elm 1', 'Closed'));
    await seenWithinASecond(atDesk('Elm 1').getByText(/then closes: reason not said yet/));
    expect(finger.taps).toBe(1);
    await finger.tap(room('Elm 1').getByRole('button', { name: 'Damage' }));
    await seenWithinASecond(room('Elm 1').getByText(/Nobody comes after them: damage/));
    await finger.tap(segment('Elm 1', 'Occupied'));
    await seenWithinASecond(segment('Elm 1', 'Closed'));
  });

  it('is told that it need not answer once another suite has accepted', async () => {
    const journey = await askElm('elm-2');
    accepted(await alder.post(`places/${concord.ids.places['alder'] ?? ''}/confirm`), 'Alder confirms');
    const other = await journey.hold(concord.ids.rooms['alder-1']);
    accepted(await alder.post<Hold>(`holds/${other.id}/accept`), 'Alder accepts');
    const answered = suite.page.getByTestId('answered').filter({ hasText: journey.ref });
    await seenWithinASecond(answered.getByText('No longer needed: Alder Suite accepted.'));
    await answered.getByRole('button', { name: 'Noted' }).click();
    await answered.waitFor({ state: 'detached' });
  });
});
