import type { Locator, Page } from 'playwright-core';
import { seenWithinASecond } from './browser';

export interface Scene {
  readonly where: string;
  readonly district?: string;
  readonly calledBy?: string;
  readonly age?: string;
}

/** The control-room screen, by what a controller sees and presses. */
export class ConsolePage {
  constructor(readonly page: Page) {}

  row(ref: string): Locator {
    return this.page.locator(`[role="row"][data-ref="${ref}"]`);
  }

  get next(): Locator {
    return this.page.locator('[data-testid="next"]');
  }

  places(rank?: number): Locator {
    return this.page.locator(rank === undefined ? '#places' : `#places [data-rank="${rank}"]`);
  }

  get alarms(): Locator {
    return this.page.locator('[data-testid="alarm"]');
  }

  car(callsign: string): Locator {
    return this.page.locator(`[data-car="${callsign}"]`);
  }

  /** Puts the focus on the board, as a click on it does. */
  async atBoard(): Promise<void> {
    await this.page.locator('#board').focus();
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Opens an incident by keyboard and returns its reference. */
  async open({ where, district = 'Harrowdale', calledBy = 'PC 4411', age = '34' }: Scene): Promise<string> {
    await this.atBoard();
    await this.press('n');
    await this.page.getByLabel('Where').fill(where);
    await this.page.getByLabel('District').selectOption(district);
    await this.page.getByLabel('Called by').fill(calledBy);
    await this.page.getByLabel('Age', { exact: true }).fill(age);
    await this.page.getByText('Known', { exact: true }).click();
    await this.press('Enter');
    const row = this.page.locator('[role="row"][aria-selected="true"]', { hasText: where });
    await seenWithinASecond(row);
    return (await row.getAttribute('data-ref')) ?? '';
  }

  /** Records advice and then the detention, each by T. */
  async detain(): Promise<void> {
    await this.atBoard();
    await this.next.getByRole('button', { name: 'Advice sought' }).waitFor();
    await this.press('t');
    await this.page.getByLabel('Who gave the advice').fill('Nurse Sorrel');
    await this.page.getByLabel('What they advised').fill('Known to services, not eating');
    await this.page.getByRole('button', { name: 'Record: advice sought' }).click();
    await seenWithinASecond(this.next.getByRole('button', { name: 'Detained under s136' }));
    await this.press('t');
    await this.page.getByLabel('Detaining officer').fill('PC 4411');
    await this.press('Enter');
    await seenWithinASecond(this.next.getByRole('button', { name: 'Hold a place' }));
  }
}
