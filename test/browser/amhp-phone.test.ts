import type { AmhpRequest } from '@concord/domain';
import { plusMinutes } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';
import type { Browser, Locator } from 'playwright-core';
import { violations } from './axe';
import { Window, comesToBe, openBrowser, picture, scrollsSideways } from './browser';

const NARROW = { width: 360, height: 780 };

/** An acceptance is an AMHP's once the server says so, whatever a phone without a line believes. */
describe('the AMHP’s phone', () => {
  let concord: Concord;
  let browser: Browser;
  let phone: Window;
  let control: Person;
  let cut = false;

  beforeAll(async () => {
    concord = await startConcord();
    browser = await openBrowser();
    phone = await Window.open(browser, concord.address, { viewport: NARROW });
    await phone.page.routeWebSocket(/socket\.io/, (ws) => {
      const server = ws.connectToServer();
      ws.onMessage((message) => {
        if (!cut) server.send(message);
      });
      server.onMessage((message) => {
        if (!cut) ws.send(message);
      });
    });
    await phone.page.route(/\/amhp-requests\//, (route) => (cut ? route.abort() : route.continue()));
    await phone.signInAs('amhp');
    control = await concord.signIn('controller');
  });
  afterAll(async () => {
    try {
      await phone?.close();
    } finally {
      await browser?.close();
      await concord?.stop();
    }
  });
  let open: Journey | undefined;
  afterEach(async () => {
    cut = false;
    if (open) await end(open);
    open = undefined;
    await phone.live();
    for (const id of ['mine', 'offer']) await card(id).waitFor({ state: 'detached' });
  });

  const asked = async (): Promise<{ journey: Journey; request: AmhpRequest }> => {
    const journey = await Journey.open(control);
    await journey.detain();
    await journey.record({ kind: 'arrived', placeId: concord.ids.places['ed-nettlefold'] });
    open = journey;
    return { journey, request: await journey.requestAmhp() };
  };
  const stored = async ({ id }: AmhpRequest) =>
    concord.store.get(concord.areaId, 'amhp-request', id) as Promise<AmhpRequest>;
  const card = (id: string): Locator => phone.page.getByTestId(id);
  const lineLost = async () => {
    cut = true;
    await phone.page.getByText(/NOT CONNECTED since/).waitFor({ timeout: 26_000 });
  };
  const end = async (journey: Journey) => {
    await journey.record({ kind: 'assessment-started', amhp: 'Hollis Brightwater' });
    await journey.record({ kind: 'outcome', code: 'discharged-with-follow-up', note: '' });
  };

  it.each(['light', 'dark'] as const)('fits 360 px and breaks no accessibility rule, %s', async (theme) => {
    await asked();
    await phone.page.emulateMedia({ colorScheme: theme });
    await card('offer').waitFor();
    expect(await scrollsSideways(phone.page)).toBe(false);
    expect(await violations(phone.page)).toEqual([]);
    await picture(phone.page, `amhp-offer-${theme}`);
    await card('offer').getByRole('button', { name: 'Accept from a time' }).click();
    expect(await violations(phone.page)).toEqual([]);
    await card('offer')
      .getByRole('button', { name: /^Accept from \d\d:\d\d/ })
      .click();
    await card('mine')
      .getByText(/^From \d\d:\d\d/)
      .waitFor();
    expect(await scrollsSideways(phone.page)).toBe(false);
  });

  it('with the line cut, claims nothing; connected again, it is sent, and is theirs when the server says so', async () => {
    const { request } = await asked();
    await card('offer').waitFor();
    await lineLost();
    await card('offer').getByRole('button', { name: 'Offer to accept', exact: true }).click();
    await card('unsent-accept').getByText('Your acceptance has not been sent.').waitFor();
    expect(await card('unsent-accept').getByRole('heading').innerText()).toContain('not yours yet');
    expect(await card('mine').count()).toBe(0);
    expect(await stored(request)).toMatchObject({ state: 'offered', assigned: null });
    expect(await violations(phone.page)).toEqual([]);
    await card('unsent-accept').scrollIntoViewIfNeeded();
    await picture(phone.page, 'amhp-not-yours-yet');
    await phone.page.reload();
    await card('unsent-accept').getByText('Your acceptance has not been sent.').waitFor();
    cut = false;
    await phone.live();
    await card('mine').getByText(/Yours/).waitFor();
    await card('unsent-accept').waitFor({ state: 'detached' });
    expect(await stored(request)).toMatchObject({ state: 'accepted' });
  });

  it.each([
    ['the answer', false],
    ['the board', true],
  ])(
    'takes an acceptance back in one tap within ten seconds, when %s is the quicker: it goes to the next, and the wait runs on',
    async (_quicker, boardFirst) => {
      const { request } = await asked();
      const accepting = /\/amhp-requests\/.*\/accept$/;
      if (boardFirst)
        await phone.page.route(accepting, async (route) => {
          const response = await route.fetch();
          await card('mine').waitFor();
          await route.fulfill({ response });
        });
      await card('offer').getByRole('button', { name: 'Accept', exact: true }).click();
      await card('mine')
        .getByRole('button', { name: /^Undo, \d+ s/ })
        .click();
      await card('mine').waitFor({ state: 'detached' });
      await phone.page.unroute(accepting);
      const { offers, requestedAt } = await stored(request);
      expect(offers.map(({ answer }) => answer)).toEqual(['withdrawn', null]);
      expect(requestedAt).toBe(request.requestedAt);
    },
  );

  it('has the screens under the thumb: how many ask, what is theirs, who is on call, the rota, how they are reached', async () => {
    const { page } = phone;
    const tab = (name: string | RegExp) =>
      page.getByRole('navigation', { name: 'My screens' }).getByRole('link', { name });
    await asked();
    await tab('Requests 1').waitFor();
    await tab('Mine 0').waitFor();
    await card('offer').getByRole('button', { name: 'Accept', exact: true }).click();
    await tab('Mine 1').click();
    await comesToBe(async () => {
      const top = (await card('mine').boundingBox())?.y ?? -1;
      return top >= 0 && top < NARROW.height / 3;
    }, true);
    for (const title of ['On call now', 'My rota', 'How I am reached']) {
      await tab(title).click();
      await page.getByRole('heading', { name: title, level: 1 }).waitFor();
      expect(await tab(title).getAttribute('aria-current')).toBe('page');
      await tab('Requests 0').waitFor();
      expect(await scrollsSideways(page)).toBe(false);
    }
    await tab('Mine 1').click();
    await card('mine').waitFor();
  });

  it('says who has it when it went to the next meanwhile', async () => {
    const { request } = await asked();
    await card('offer').waitFor();
    await lineLost();
    await card('offer').getByRole('button', { name: 'Offer to accept', exact: true }).click();
    await concord.advance({ minutes: 10 });
    const next = (await stored(request)).offers.at(-1)?.to.name ?? '';
    cut = false;
    await phone.live();
    await card('unsent-accept').getByText('Your acceptance was not taken.').waitFor();
    await card('unsent-accept').getByText(next).waitFor();
    expect(await card('mine').count()).toBe(0);
    await card('unsent-accept').getByRole('button', { name: 'Close' }).click();
  });

  it('shows on one card what the assessment still needs and what threatens the limit, and calls a doctor', async () => {
    const { request } = await asked();
    await card('offer').getByRole('button', { name: 'Accept', exact: true }).click();
    await card('readiness')
      .getByText(/Doctor now threatens the limit/)
      .waitFor();
    await card('readiness').getByRole('button', { name: 'Call a section 12 doctor' }).click();
    await card('readiness').getByRole('button', { name: 'Call a second doctor' }).waitFor();
    await card('readiness').locator('[data-part="room"][data-state="ready"]').waitFor();
    expect(await scrollsSideways(phone.page)).toBe(false);
    for (const theme of ['light', 'dark'] as const) {
      await phone.page.emulateMedia({ colorScheme: theme });
      expect(await violations(phone.page)).toEqual([]);
      await card('readiness').scrollIntoViewIfNeeded();
      await picture(phone.page, `amhp-readiness-${theme}`);
    }
    expect((await stored(request)).state).toBe('accepted');
  });

  it('says that they rest, and is offered nothing until they say otherwise', async () => {
    await card('availability').getByRole('button', { name: '+4h' }).click();
    await card('availability').getByRole('button', { name: 'Do not ask me until then' }).click();
    await card('availability')
      .getByText(/You rest until/)
      .waitFor();
    const { request } = await asked();
    expect(request.passedOver.map(({ why }) => why)).toContain('resting');
    expect(await card('offer').count()).toBe(0);
    await card('availability').getByRole('button', { name: 'I can be asked again' }).click();
    await card('availability').getByLabel('I rest until').waitFor();
  });

  it('the lead’s board shows who waits, gives it to another, and whoever had it is told', async () => {
    const lead = await Window.open(browser, concord.address);
    try {
      await lead.signInAs('amhp-lead');
      await lead.page.getByRole('link', { name: 'Team', exact: true }).click();
      const { journey, request } = await asked();
      const waiting = lead.page.getByTestId('unanswered');
      await waiting.getByRole('link', { name: journey.ref }).waitFor();
      expect(await waiting.innerText()).toMatch(/waits 0:00:/);
      const had = (await stored(request)).offers[0]?.to;
      accepted(
        await (
          await concord.signIn(had?.userId === phoneUser() ? 'amhp' : 'amhp-2')
        ).post(`amhp-requests/${request.id}/accept`),
        'accept',
      );
      const row = lead.page.locator('[data-testid="team-row"][data-state="accepted"]');
      await row.getByRole('link', { name: journey.ref }).waitFor();
      await row.getByRole('button', { name: 'Give it to somebody else' }).click();
      const form = lead.page.getByRole('form', { name: `Offer ${journey.ref} to somebody` });
      await form.getByLabel('Offer it to').selectOption({ index: 2 });
      await form.getByLabel('Why').fill('Lives two streets away');
      for (const theme of ['light', 'dark'] as const) {
        await lead.page.emulateMedia({ colorScheme: theme });
        expect(await violations(lead.page)).toEqual([]);
        await picture(lead.page, `amhp-team-${theme}`);
      }
      await form.getByRole('button', { name: 'Offer it' }).click();
      await waiting.getByRole('link', { name: journey.ref }).waitFor();
      const so = await stored(request);
      expect(so.offers.map(({ answer }) => answer)).toEqual(['reassigned', null]);
    } finally {
      await lead.close();
    }
  });

  it('the lead’s board shows a doctor who is called as well, and gives the call to another', async () => {
    const [rota] = await concord.store.list(concord.areaId, 'rota', { duty: 'section-12-doctor' });
    const now = await concord.now();
    accepted(
      await (
        await concord.signIn('manager')
      ).post(`rotas/${rota?.id}/overrides`, {
        ...{ kind: 'add', on: concord.ids.people['doctor']?.userId, why: 'Helps out tonight' },
        ...{ from: now, to: plusMinutes(now, 240) },
      }),
      'a second doctor',
    );
    const lead = await Window.open(browser, concord.address);
    try {
      await lead.signInAs('amhp-lead');
      await lead.page.goto(`${concord.address}/team`);
      const { journey } = await asked();
      const request = accepted(
        await control.post<AmhpRequest>(`incidents/${journey.incidentId}/doctor-requests`, {}),
        'call',
      );
      const waiting = lead.page.getByTestId('unanswered').filter({ hasText: 'Section 12 doctor' });
      await waiting.getByRole('button', { name: 'Offer it to somebody' }).click();
      const form = lead.page.getByRole('form', { name: `Offer ${journey.ref} to somebody` });
      await form.waitFor();
      const first = request.offers[0]?.to.name ?? '';
      const [other] = (await form.locator('option:not([value=""])').allInnerTexts()).filter(
        (name) => !name.startsWith(first),
      );
      await form.getByLabel('Offer it to').selectOption({ label: other ?? '' });
      await form.getByLabel('Why').fill('Was her psychiatrist last year');
      await form.getByRole('button', { name: 'Offer it' }).click();
      await waiting.getByText(`With ${other}`).waitFor();
      await lead.page
        .getByRole('table', { name: 'Section 12 doctors on call now' })
        .getByText('Asked, no answer yet')
        .waitFor();
    } finally {
      await lead.close();
    }
  });

  it('is worked by keys at a desk: passed on for a reason, accepted, and on the way', async () => {
    const desk = await Window.open(browser, concord.address);
    try {
      const { page } = await desk.signInAs('amhp');
      const { request } = await asked();
      await page.getByTestId('offer').waitFor();
      await page.locator('#main').focus();
      await page.keyboard.press('x');
      await page.getByRole('button', { name: 'Too far to be in time' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Can’t take' }).waitFor();
      await page.keyboard.press('y');
      await page.getByTestId('mine').getByText(/Yours/).waitFor();
      await page.keyboard.press(']');
      await page.getByRole('button', { name: 'I am on scene' }).waitFor();
      await page.keyboard.press(']');
      await page.getByRole('button', { name: 'Assessment started' }).waitFor();
      expect((await stored(request)).state).toBe('on-scene');
      await page.keyboard.press('?');
      await page.getByRole('heading', { name: 'Keys of this screen' }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Close' }).click();
      await page.locator('#main').focus();
      await page.keyboard.press('r');
      await page.getByRole('heading', { name: 'My rota', level: 1 }).waitFor();
    } finally {
      await desk.close();
    }
  });

  const phoneUser = (): string | undefined => concord.ids.people['amhp']?.userId;
});
