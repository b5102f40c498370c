import type { Incident } from '@concord/domain';
import type { Concord } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';
import type { Browser } from 'playwright-core';
import { violations } from './axe';
import { PHONE, Window, comesToBe, openBrowser, picture, seenWithinASecond } from './browser';
import { ConsolePage } from './console-page';
import { pdfText } from './pdf-text';

/** As it stands in the text of the file, where no space is kept. */
const solid = (words: string): string => words.replace(/\s+/g, '');

describe('the record of an incident, printed', () => {
  let concord: Concord;
  let browser: Browser;
  let desk: Window;
  let journey: Journey;

  beforeAll(async () => {
    concord = await startConcord();
    browser = await openBrowser();
    const [control, nurse] = await concord.signInAs('controller', 'suite-nurse');
    journey = await Journey.open(control, {
      person: {
        ageYears: 34,
        ageBasis: 'estimated',
        name: 'Robin Ashdown',
        risks: [{ kind: 'self-harm', note: 'Cuts to left arm', source: 'PC 4411', expiresInHours: 1 }],
      },
    });
    const hold = await journey.arriveAt(nurse, concord.ids.rooms['elm-1'] ?? '');
    await concord.advance({ minutes: 75 });
    const before = accepted(await control.get<Incident>(`incidents/${journey.incidentId}`), 'incident');
    const arrival = before.facts.find(({ kind }) => kind === 'arrived');
    accepted(
      await control.post(`incidents/${journey.incidentId}/facts/${arrival?.id ?? ''}/correct`, {
        reason: 'Read from the gate log',
        fact: { kind: 'arrived', placeId: hold.placeId, happenedAt: '2026-11-22T02:10:00Z' },
      }),
      'correct',
    );
    desk = await (await Window.open(browser, concord.address)).signInAs('controller');
  });
  afterAll(async () => {
    try {
      await desk?.close();
    } finally {
      await browser?.close();
      await concord?.stop();
    }
  });

  it('opens beside the board, and breaks no rule of accessibility', async () => {
    const control = new ConsolePage(desk.page);
    await control.row(journey.ref).click();
    const opened = desk.context.waitForEvent('page');
    await desk.page.getByRole('link', { name: 'Printable record' }).click();
    const page = await opened;
    await page.getByRole('heading', { name: 'Full chronology' }).waitFor();
    await page
      .getByText(/Police handover/)
      .first()
      .waitFor();
    await comesToBe(() => page.title(), `Incident record ${journey.ref}`);
    expect(await violations(page)).toEqual([]);
    await picture(page, 'record');
    await page.close();
  });

  it('is a PDF with the corrected fact struck, its reason, its clocks and who was called', async () => {
    await desk.page.goto(`/incident/${journey.incidentId}/record`);
    await desk.page.getByRole('table', { name: 'Escalations' }).waitFor();
    const { pages, solid: text } = pdfText(await desk.page.pdf({ preferCSSPageSize: true }));
    expect(pages).toBeGreaterThan(1);
    expect(text).toContain(solid(`Page 1 of ${pages}`));
    expect(text.split(solid('DEMO – not real people')).length - 1).toBeGreaterThanOrEqual(pages);
    for (const words of [
      `Incident record ${journey.ref}`,
      'CORRECTED',
      'by Cass Merriweather: Read from the gate log',
      'Puts right “Arrived at Elm Suite” of Sun 22-Nov-2026 02:00 GMT',
      'RUNNING, 22 h 55 min left',
      'Code of Practice (England, 2015), para 16.26',
      'Mental Health Services Data Set (MHSDS), legal status 20 (s136)',
      'EXPIRED: history, not to act on',
      'BREACHED, running, over by 5 min',
      'Insp. Bram Osierby (duty inspector)',
    ])
      expect(text).toContain(solid(words));
    expect(text).not.toContain(solid('Robin Ashdown'));
    const struck = desk.page.locator('del', { hasText: 'Arrived at Elm Suite' });
    expect(await struck.count()).toBe(1);
  });

  it('is not drawn by halves while the board has not come, and is a demo’s from the first', async () => {
    const window = await (await Window.open(browser, concord.address)).signInAs('controller');
    const { page } = window;
    let hangUp: (() => Promise<void>) | undefined;
    await page.routeWebSocket(/socket\.io/, (ws) => {
      if (hangUp) ws.connectToServer();
      else hangUp = () => ws.close();
    });
    await page.goto(`/incident/${journey.incidentId}/record`);
    const print = page.getByRole('button', { name: 'Print, or save as PDF' });
    await page.getByText('Being read.').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await print.isDisabled()).toBe(true);
    expect(await page.getByText('DEMO – not real people').count()).toBe(2);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(0);
    await hangUp?.();
    await page.getByRole('heading', { name: `Incident record ${journey.ref}` }).waitFor();
    await page.getByText('The agreement is not at hand.').waitFor({ state: 'detached' });
    expect(await print.isEnabled()).toBe(true);
    await window.close();
  });

  it('names the person only when asked, and then on paper too', async () => {
    await desk.page.getByRole('button', { name: /^Show name/ }).click();
    await desk.page.getByText('Robin Ashdown').waitFor();
    expect(pdfText(await desk.page.pdf()).solid).toContain(solid('Robin Ashdown'));
  });

  it('is for whom it concerns: the suite has its own copy, another crew has none', async () => {
    const suite = await (
      await Window.open(browser, concord.address, { viewport: PHONE })
    ).signInAs('suite-nurse');
    await suite.page.goto(`/incident/${journey.incidentId}/record`);
    await seenWithinASecond(suite.page.getByRole('heading', { name: 'Full chronology' }));
    await seenWithinASecond(suite.page.getByText(/Not part of this copy: escalations/));
    await suite.close();
    const crew = await (await Window.open(browser, concord.address, { viewport: PHONE })).signInAs('crew');
    await crew.page.goto(`/incident/${journey.incidentId}/record`);
    await crew.page.getByRole('heading', { name: 'There is no such record' }).waitFor();
    await crew.close();
  });
});
