import type { Concord } from '@concord/testing';
import { startConcord } from '@concord/testing';
import type { Browser, Locator } from 'playwright-core';
import { violations } from './axe';
import { Window, comesToBe, openBrowser, seenWithinASecond } from './browser';

describe('the law in force', () => {
  let concord: Concord;
  let browser: Browser;
  let senior: Window;
  let desk: Window;

  const open = async (persona: string, theme: 'light' | 'dark' = 'light'): Promise<Window> => {
    const window = await Window.open(browser, concord.address, { theme });
    await window.signInAs(persona);
    const views = window.page.getByRole('navigation', { name: 'Views' });
    await views.getByRole('link', { name: 'Law' }).click();
    await window.page.getByRole('heading', { level: 1, name: 'Law in force' }).waitFor();
    return window;
  };
  const rules = ({ page }: Window): Locator =>
    page.getByRole('table', { name: 'Adults at police stations: rules by nation' }).locator('tbody tr');
  const form = (): Locator => senior.page.getByRole('form', { name: 'Date a rule' });
  const send = (): Promise<void> => form().getByRole('button', { name: 'Date this rule' }).click();

  beforeAll(async () => {
    concord = await startConcord();
    browser = await openBrowser();
    senior = await open('superintendent');
    desk = await open('controller', 'dark');
  });
  afterAll(async () => {
    try {
      await senior?.close();
      await desk?.close();
    } finally {
      await browser?.close();
      await concord?.stop();
    }
  });

  it('is there for the control room to read, and only those who answer for it date a rule', async () => {
    await comesToBe(() => rules(desk).count(), 2);
    await desk.page.getByText('A superintendent or the director on call dates a rule.').waitFor();
    expect(await desk.page.getByRole('form').count()).toBe(0);
    expect(await violations(desk.page)).toEqual([]);
  });

  it('names beside each control what is missing, and refuses a day that is not to come beside the day', async () => {
    await send();
    for (const words of ['Say in which nation.', 'Say what the rule is.', 'Say from which day.'])
      await seenWithinASecond(form().getByText(words));
    await form().getByLabel('In force from').fill('1-Apr-2019');
    const day = form().getByLabel('In force from');
    await seenWithinASecond(form().getByText('give a day to come'));
    expect(await day.getAttribute('aria-invalid')).toBe('true');
    expect(await violations(senior.page)).toEqual([]);
  });

  it('is dated once, and every desk shows the rule to come', async () => {
    await form().getByText('Never', { exact: true }).click();
    await form().getByText('Wales', { exact: true }).click();
    await form().getByLabel('In force from').fill('1-Apr-2027');
    await seenWithinASecond(form().getByText(/from Thu 01-Apr-2027 00:00(:00)? BST/));
    await form().getByLabel('Source').fill('An order that brings the Act into force');
    await send();
    const coming = rules(desk).filter({ hasText: 'TO COME' });
    await coming.getByText('An order that brings the Act into force').waitFor({ timeout: 3000 });
    expect(await coming.innerText()).toMatch(/Wales[\s\S]*Thu 01-Apr-2027[\s\S]*Never/);
    await comesToBe(() => form().getByLabel('Source').inputValue(), '');
    expect(await violations(senior.page)).toEqual([]);
  });
});
