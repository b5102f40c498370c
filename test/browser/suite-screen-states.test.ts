import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';
import type { Browser } from 'playwright-core';
import { violations } from './axe';
import { DESK, PHONE, Window, comesToBe, openBrowser, picture, scrollsSideways } from './browser';

describe('the screen of a suite when something is wrong', () => {
  let concord: Concord;
  let browser: Browser;
  let suite: Window;
  let control: Person;
  let nurse: Person;
  let here: Journey;
  let stalled = false;

  const room = (name: string, on = suite) => on.page.getByTestId(`room-${name}`);
  const segment = (name: string, state: string) =>
    room(name).getByRole('button', { name: state, exact: true });

  beforeAll(async () => {
    concord = await startConcord();
    [control, nurse] = await concord.signInAs('controller', 'suite-nurse');
    here = await Journey.open(control);
    await here.arriveAt(nurse, concord.ids.rooms['elm-1'] ?? '');
    accepted(
      await nurse.post(`places/${concord.ids.places['elm'] ?? ''}/observation`, { staffedFor: 2 }),
      'staff',
    );
    browser = await openBrowser();
    suite = await Window.open(browser, concord.address, { viewport: PHONE });
    await suite.page.routeWebSocket(/socket\.io/, (ws) => {
      const server = ws.connectToServer();
      ws.onMessage((message) => {
        if (!stalled) server.send(message);
      });
      server.onMessage((message) => {
        if (!stalled) ws.send(message);
      });
    });
    await suite.signInAs('suite-nurse');
  });
  afterAll(async () => {
    try {
      await suite?.close();
    } finally {
      await browser?.close();
      await concord?.stop();
    }
  });

  it('stale: says so on the room, and in the words that the control room reads', async () => {
    await concord.advance({ minutes: 95 });
    await room('Elm 2')
      .getByText(/^NOT CONFIRMED 1:35 h/)
      .first()
      .waitFor();
    await suite.page
      .getByTestId('seen-by-control')
      .getByText(/unknown 1:35 h/)
      .first()
      .waitFor();
    expect(await violations(suite.page)).toEqual([]);
    await suite.page.getByRole('button', { name: /Nothing changed/ }).click();
    await room('Elm 2')
      .getByText(/^NOT CONFIRMED/)
      .waitFor({ state: 'detached', timeout: 3000 });
  });

  it('conflict: control was quicker by a moment; what is so now, whose word it is, and both ways on', async () => {
    stalled = true;
    const journey = await Journey.open(control);
    await journey.detain();
    await journey.hold(concord.ids.rooms['elm-2']);
    await segment('Elm 2', 'Cleaning').click();
    await room('Elm 2')
      .getByText(/“Cleaning” was not recorded/)
      .first()
      .waitFor();
    stalled = false;
    await suite.page.reload();
    await suite.live();
    const card = suite.page.getByTestId('incoming').filter({ hasText: journey.ref });
    await card.getByRole('button', { name: 'Refuse' }).waitFor();
    accepted(
      await control.post(
        `holds/${[...(await control.watch()).state().hold.values()].find((hold) => hold.incidentRef === journey.ref)?.id ?? ''}/release`,
        {
          reason: 'Taken to the emergency department',
        },
      ),
      'release',
    );
    await card.waitFor({ state: 'detached', timeout: 3000 });
  });

  it('conflict: a hold that arrives with the answer is kept or refused from the same place', async () => {
    await suite.page.route('**/state', async (route) => {
      const journey = await Journey.open(control);
      await journey.detain();
      await journey.hold(concord.ids.rooms['elm-2']);
      await route.continue();
    });
    await segment('Elm 2', 'Cleaning').click();
    const overtaken = room('Elm 2').getByTestId('overtaken');
    await overtaken.getByText(/Control placed a hold just now/).waitFor({ timeout: 3000 });
    await overtaken
      .getByText(/Your “Cleaning” was not recorded/)
      .first()
      .waitFor();
    await suite.page.unroute('**/state');
    expect(await violations(suite.page)).toEqual([]);
    await overtaken.getByRole('button', { name: 'It is cleaning: refuse' }).click();
    await suite.page.getByRole('form', { name: 'Refuse' }).first().waitFor();
    await suite.page.getByRole('button', { name: 'Back' }).click();
  });

  it('disconnected: what is tapped is not sent, is not kept for later, and says what others still see', async () => {
    await suite.page.getByRole('button', { name: 'Accept', exact: true }).waitFor();
    stalled = true;
    await suite.page.getByText(/NOT CONNECTED since/).waitFor({ timeout: 25_000 });
    await suite.page
      .getByTestId('seen-by-control')
      .getByText('Nothing tapped here is sent.')
      .first()
      .waitFor();
    await segment('Elm 1', 'Closed').click();
    const unsent = room('Elm 1').getByTestId('unsent');
    await unsent.getByText('Not sent: closed.').first().waitFor();
    await unsent
      .getByText(/The control room still sees Elm 1 as occupied/)
      .first()
      .waitFor();
    expect(await violations(suite.page)).toEqual([]);
    expect(await scrollsSideways(suite.page)).toBe(false);
    stalled = false;
    await suite.live();
    await unsent
      .getByText(/You tapped it while this screen was not connected/)
      .first()
      .waitFor();
    const board = await control.watch();
    expect(board.state().room.get(concord.ids.rooms['elm-1'] ?? '')?.closedReason).toBeNull();
    await unsent.getByRole('button', { name: 'Send closed now' }).click();
    await board.until(
      ({ room: rooms }) => rooms.get(concord.ids.rooms['elm-1'] ?? '')?.closedReason === 'not-said',
    );
    await suite.page.getByTestId('undo').getByRole('button').click();
    await board.until(
      ({ room: rooms }) => rooms.get(concord.ids.rooms['elm-1'] ?? '')?.closedReason === null,
    );
  });

  it('by keys at a desk: a number for the room, a letter for what it is, and none of them in a field', async () => {
    const desk = await (
      await Window.open(browser, concord.address, { viewport: DESK })
    ).signInAs('suite-nurse');
    const { keyboard } = desk.page;
    await room('Elm 1', desk).waitFor();
    await keyboard.press('2');
    await keyboard.press('?');
    await desk.page.getByRole('heading', { name: 'Keys of this screen' }).waitFor();
    await keyboard.press('Escape');
    await desk.page.locator('#main').focus();
    await keyboard.press('1');
    await comesToBe(
      () => desk.page.evaluate(`document.activeElement.closest('[data-testid]')?.dataset.testid`),
      'room-Elm 1',
    );
    await keyboard.press('x');
    await room('Elm 1', desk).getByTestId('why-closed').first().waitFor();
    await picture(desk.page, 'suite-closing');
    await room('Elm 1', desk).getByTestId('undo').waitFor();
    await keyboard.press('u');
    await room('Elm 1', desk).getByTestId('why-closed').waitFor({ state: 'detached', timeout: 3000 });
    await keyboard.press('Escape');
    await keyboard.press('f');
    const why = desk.page.getByLabel('Why this person cannot be taken');
    await why.focus();
    await keyboard.type('you xl');
    expect(await why.inputValue()).toBe('you xl');
    await keyboard.press('Escape');
    await why.waitFor({ state: 'detached' });
    await keyboard.press('y');
    await desk.page.getByTestId('incoming').getByText('ACCEPTED').first().waitFor();
    await concord.advance({ minutes: 3 });
    await keyboard.press('Enter');
    await desk.page
      .getByText(/confirmed 03:38 by Tamsin Elderflower \(just now\)/)
      .first()
      .waitFor();
    await desk.close();
  });

  it.each(['light', 'dark'] as const)(
    'breaks no rule of access in %s, at a desk, on a phone, at 320 px',
    async (theme) => {
      const window = await Window.open(browser, concord.address, { theme, viewport: DESK });
      await window.signInAs('suite-nurse');
      await room('Elm 1', window).waitFor();
      expect(await violations(window.page)).toEqual([]);
      await window.page.setViewportSize({ width: 320, height: 640 });
      await room('Elm 1', window)
        .getByRole('button', { name: /When will it be free/ })
        .click();
      expect(await violations(window.page)).toEqual([]);
      expect(await scrollsSideways(window.page)).toBe(false);
      for (const button of await window.page.locator('[role="group"][aria-label^="State of"] button').all()) {
        const box = await button.boundingBox();
        expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(48);
      }
      await window.page.emulateMedia({ forcedColors: 'active' });
      const left = await violations(window.page);
      // The colours are then the reader's own, and axe still computes ours.
      expect(left.filter((line) => !line.startsWith('color-contrast'))).toEqual([]);
      const pressed = room('Elm 1', window).getByRole('button', { pressed: true });
      expect(await pressed.evaluate((button) => getComputedStyle(button).borderTopWidth)).not.toBe('1px');
      await window.close();
    },
  );
});
