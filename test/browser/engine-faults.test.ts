import { dataSourceFor, noteAudit } from '@concord/postgres';
import type { Concord } from '@concord/testing';
import { Journey, startConcord } from '@concord/testing';
import { createAuditor } from '@concord/worker';
import type { Browser } from 'playwright-core';
import type { DataSource } from 'typeorm';
import { violations } from './axe';
import { openBrowser, Window } from './browser';

let concord: Concord;
let browser: Browser;
let source: DataSource;

beforeEach(async () => {
  concord = await startConcord();
  browser = await openBrowser();
  source = await dataSourceFor(concord.databaseUrl, { connections: 1 }).initialize();
});
afterEach(async () => {
  await browser?.close();
  await source?.destroy();
  await concord?.stop();
});

test.each(['light', 'dark'] as const)(
  'a step that the auditor finds lost turns every console red and says which, %s',
  async (theme) => {
    const auditor = createAuditor({
      store: concord.store,
      note: (areaId, findings) => noteAudit(source, areaId, findings),
      log: () => undefined,
      everyMs: 200,
    });
    auditor.start();
    const desk = await (await Window.open(browser, concord.address, { theme })).signInAs('controller');
    const banner = desk.page.getByTestId('engine');
    await banner.getByText('Escalations: running').waitFor();
    const journey = await Journey.open(await concord.signIn('controller'));
    await journey.detain();
    await source.query(`delete from timer where incident_id = $1`, [journey.incidentId]);
    await concord.advance({ minutes: 21 });
    await banner.getByText(/ESCALATIONS CANNOT BE RELIED ON: 1 found wrong/).waitFor({ timeout: 10_000 });
    await banner.getByText(`${journey.ref}: Place of safety found`).waitFor();
    expect(await violations(desk.page)).toEqual([]);
    const folder = process.env['SCREENSHOT_DIR'];
    if (folder) await desk.page.screenshot({ path: `${folder}/engine-faults-${theme}.png` });
    await desk.close();
    await auditor.stop();
  },
);
