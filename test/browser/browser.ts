import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const CONSOLE = join(process.cwd(), 'dist/apps/console/index.html');

/** Debian's Chromium, quiet and without a network of its own. */
export const openBrowser = async (): Promise<Browser> => {
  if (!existsSync(CHROMIUM))
    throw new Error(`No Chromium at ${CHROMIUM}: apt-get install chromium, or set CHROMIUM.`);
  if (!existsSync(CONSOLE)) throw new Error('The console is not built: npx nx build console.');
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
};

export const DESK = { width: 1680, height: 1000 };
export const PHONE = { width: 390, height: 844 };

export interface WindowOptions {
  readonly viewport?: { width: number; height: number };
  readonly theme?: 'light' | 'dark';
}

/** One person's window: a browser profile of its own, so its own session. Faults of the page fail the test at `close`. */
export class Window {
  readonly faults: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async open(browser: Browser, address: string, options: WindowOptions = {}): Promise<Window> {
    const context = await browser.newContext({
      baseURL: address,
      viewport: options.viewport ?? DESK,
      colorScheme: options.theme ?? 'light',
      locale: 'en-GB',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const window = new Window(context, page);
    const own = new URL(address).host;
    page.on('pageerror', (fault) => window.faults.push(`page: ${fault.message}`));
    page.on('console', (message) => {
      // A refused command is an ordinary answer; Chromium prints every 4xx as an error.
      if (message.type() === 'error' && !/Failed to load resource|WebSocket/.test(message.text()))
        window.faults.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.host !== own && url.protocol.startsWith('http'))
        window.faults.push(`elsewhere: ${request.url()}`);
    });
    return window;
  }

  /** Signs in by the persona's card, as a person does, and waits until the screen is live. */
  async signInAs(persona: string): Promise<this> {
    await this.page.goto('/');
    await this.page.locator(`[data-persona="${persona}"]`).click();
    await this.live();
    return this;
  }

  async live(): Promise<void> {
    try {
      await this.page.locator('[data-testid="connection"]', { hasText: 'LIVE' }).waitFor();
    } catch {
      const shown = await this.page.locator('body').innerText();
      throw new Error(`the screen is not live; it says:\n${shown.slice(0, 600)}\n${this.faults.join('\n')}`);
    }
  }

  async close(): Promise<void> {
    await this.context.close();
    if (this.faults.length > 0) throw new Error(`the page had faults:\n${this.faults.join('\n')}`);
  }
}

/** A second: what everybody may take to see what anybody did. */
export const SECOND = 1000;

/** Fails unless the text is on the screen within a second. */
export const seenWithinASecond = async (where: Locator): Promise<void> => {
  await where.first().waitFor({ state: 'visible', timeout: SECOND });
};

/**
 * Fails unless it comes to be so. What is read of a screen at once may be read before the board has told it,
 * or before the focus has moved: it is read again for as long as anybody would look.
 */
export const comesToBe = async <T>(read: () => Promise<T>, wanted: T): Promise<void> => {
  const until = Date.now() + 5 * SECOND;
  let found = await read();
  while (!isDeepStrictEqual(found, wanted) && Date.now() < until) {
    await new Promise((done) => setTimeout(done, 50));
    found = await read();
  }
  expect(found).toEqual(wanted);
};

/** Whether the keyboard is on it. */
export const hasFocus = (where: Locator): Promise<boolean> =>
  where.evaluate((one) => one === one.ownerDocument.activeElement);

/** Whether the page is wider than its window. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

const SHOTS = join(process.cwd(), 'apps/console/screenshots');

/** A picture of the screen that the test is using, for the READMEs or to look at: taken only where SCREENSHOTS is set. */
export const picture = async (page: Page, name: string): Promise<void> => {
  if (process.env['SCREENSHOTS']) await page.screenshot({ path: join(SHOTS, `${name}.png`) });
};
