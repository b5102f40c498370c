import type { Page } from 'playwright-core';

/** What a screen reader would call the element that has the focus: its label, or its own words. */
const FOCUSED = `(() => {
  const at = document.activeElement;
  if (at === document.body) return '';
  const label = at?.labels?.[0]?.innerText ?? at?.getAttribute('aria-label') ?? at?.innerText ?? '';
  return label.replace(/\\s+/g, ' ').trim();
})()`;

/** Somebody who has only a keyboard: every step is a key, and getting anywhere is Tab. */
export class ByKeys {
  constructor(readonly page: Page) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async focused(): Promise<string> {
    return this.page.evaluate(FOCUSED);
  }

  /** Tabs on until something of that name has the focus. */
  async tabTo(name: RegExp): Promise<void> {
    const passed: string[] = [];
    for (let presses = 0; presses < 80; presses += 1) {
      const at = await this.focused();
      if (name.test(at)) return;
      passed.push(at);
      await this.press('Tab');
    }
    throw new Error(
      `Tab never came to ${String(name)}; it passed ${passed.map((at) => at.slice(0, 30)).join(' | ')}`,
    );
  }

  /** Goes to a field and types in it what it should say. */
  async fill(name: RegExp, text: string): Promise<void> {
    await this.tabTo(name);
    await this.type(text);
  }
}
