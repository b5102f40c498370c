import type { Concord } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';
import type { Browser } from 'playwright-core';
import { violations } from './axe';
import { DESK, PHONE, Window, openBrowser, picture, scrollsSideways } from './browser';
import { ConsolePage } from './console-page';

describe.each(['light', 'dark'] as const)('every screen, %s', (theme) => {
  let concord: Concord;
  let browser: Browser;
  let arrivedId: string;

  beforeAll(async () => {
    concord = await startConcord();
    browser = await openBrowser();
    const [control, nurse, amhp] = await concord.signInAs('controller', 'suite-nurse', 'amhp');
    const here = await Journey.open(control);
    await here.arriveAt(nurse, concord.ids.rooms['elm-1'] ?? '');
    arrivedId = here.incidentId;
    const request = await here.requestAmhp();
    accepted(await amhp.post(`amhp-requests/${request.id}/accept`), 'accept');
    const waiting = await Journey.open(control, {
      where: { text: 'Market Cross', district: 'The Vale', position: { lat: 54.83, lon: 2.58 } },
    });
    await waiting.detain();
    await concord.advance({ minutes: 33 });
    const coming = await Journey.open(control, {
      person: {
        ageYears: 27,
        ageBasis: 'known',
        sex: 'female',
        risks: [{ kind: 'self-harm', note: 'Cuts to left arm, dressed', source: 'PC 4411' }],
      },
    });
    await coming.detain();
    await control.post(`resources/${concord.ids.resources['t1'] ?? ''}/commit`, {
      incidentId: coming.incidentId,
    });
    await coming.hold(concord.ids.rooms['elm-2']);
    await Journey.open(control, {
      where: { text: 'Ketter Bridge', district: 'Ketterfold', position: { lat: 55.05, lon: 2.15 } },
    });
  });
  afterAll(async () => {
    await browser?.close();
    await concord?.stop();
  });

  const screen = async (persona: string | undefined, viewport: { width: number; height: number }) => {
    const window = await Window.open(browser, concord.address, { viewport, theme });
    if (persona) await window.signInAs(persona);
    else {
      await window.page.goto('/');
      await window.page.locator('[data-persona]').first().waitFor();
    }
    return window;
  };

  it('the sign-in page', async () => {
    const window = await screen(undefined, DESK);
    if (theme === 'light') await picture(window.page, 'sign-in');
    expect(await violations(window.page)).toEqual([]);
    await window.close();
  });

  it('the control room, its forms and its help', async () => {
    const window = await screen('controller', DESK);
    const control = new ConsolePage(window.page);
    await window.page.getByText('Escalations: running').waitFor();
    if (theme === 'dark') await picture(window.page, 'control-room-dark');
    expect(await violations(window.page)).toEqual([]);
    await control.atBoard();
    await control.press('n');
    await window.page.getByLabel('Where').waitFor();
    await window.page.getByText('Weapons').click();
    if (theme === 'light') await picture(window.page, 'new-incident');
    expect(await violations(window.page)).toEqual([]);
    await control.press('Escape');
    await control.press('t');
    expect(await violations(window.page)).toEqual([]);
    await control.press('Escape', '?');
    expect(await violations(window.page)).toEqual([]);
    await window.close();
  });

  it.each([
    ['suite-nurse', 'suite', 'present'],
    ['amhp', 'amhp', 'mine'],
    ['crew', 'crew', 'job'],
  ])('the %s screen, which also fits a narrow phone', async (persona, name, card) => {
    const window = await screen(persona, PHONE);
    await window.page.getByTestId(card).first().waitFor();
    if (theme === 'dark') await picture(window.page, `${name}-dark`);
    expect(await violations(window.page)).toEqual([]);
    await window.page.setViewportSize({ width: 320, height: 640 });
    expect(await scrollsSideways(window.page)).toBe(false);
    await window.close();
  });

  it.each(['Note a risk', 'More about the person', 'Who they are'])(
    'the form behind “%s”, on a desk and on a phone',
    async (button) => {
      for (const [persona, size] of [
        ['controller', DESK],
        ['crew', PHONE],
      ] as const) {
        const window = await screen(persona, size);
        const person = window.page.getByTestId('person').first();
        await person.getByRole('button', { name: button }).click();
        await person.getByRole('form').waitFor();
        if (button === 'Who they are') {
          await person.getByLabel('Date of birth').fill('14/03/2009');
          await person.getByTestId('child-warning').waitFor();
        }
        expect(await violations(window.page)).toEqual([]);
        await window.close();
      }
    },
  );

  it('the printable record, also on a narrow phone', async () => {
    const window = await screen('controller', DESK);
    await window.page.goto(`/incident/${arrivedId}/record`);
    await window.page.getByRole('table', { name: 'Full chronology' }).waitFor();
    expect(await violations(window.page)).toEqual([]);
    await window.page.setViewportSize({ width: 320, height: 640 });
    expect(await scrollsSideways(window.page)).toBe(false);
    await window.close();
  });

  it('the suite screen on a desk', async () => {
    const window = await screen('suite-nurse', DESK);
    await window.page.getByTestId('incoming').waitFor();
    await window.page.getByRole('button', { name: 'Refuse' }).click();
    if (theme === 'light') await picture(window.page, 'suite-desk');
    expect(await violations(window.page)).toEqual([]);
    await window.close();
  });
});
