import { expect, type Locator, type Page } from '@playwright/test';

export type CardStatus = 'idle' | 'running' | 'finished' | 'failed' | 'stopped';

/** An experiment on the page, by its id. */
export interface Card {
  readonly section: Locator;
  runAll(): Promise<void>;
  stop(): Promise<void>;
  /** Waits for a state; a run of every strategy takes seconds. */
  waitFor(status: CardStatus, timeoutMs?: number): Promise<void>;
}

export function card(page: Page, id: string): Card {
  const section = page.locator(`section[data-experiment="${id}"]`);
  return {
    section,
    runAll: () => section.getByRole('button', { name: 'Run all' }).click(),
    stop: () => section.getByRole('button', { name: 'Stop' }).click(),
    waitFor: (status, timeoutMs = 45_000) => expect(section).toHaveAttribute('data-status', status, { timeout: timeoutMs }),
  };
}
