import { expect, type Locator, type Page } from '@playwright/test';

export type CardStatus = 'idle' | 'running' | 'finished' | 'failed' | 'stopped';

/** An experiment on the page, by its id. */
export interface Card {
  readonly section: Locator;
  /** Presses Run all (Run, where there is one strategy), and waits until that has begun or is over already. */
  runAll(): Promise<void>;
  stop(): Promise<void>;
  /** Waits for a state; a run of every strategy takes seconds. */
  waitFor(status: CardStatus, timeoutMs?: number): Promise<void>;
}

export function card(page: Page, id: string): Card {
  const section = page.locator(`section[data-experiment="${id}"]`);
  return {
    section,
    // A press before the page has come to life is lost, so it is repeated, as a reader would.
    runAll: () =>
      expect(async () => {
        await section.getByRole('button', { name: /^Run( all)?$/ }).click({ timeout: 1000 });
        await expect(section).not.toHaveAttribute('data-status', 'idle', { timeout: 1000 });
      }).toPass({ timeout: 90_000 }),
    stop: () => section.getByRole('button', { name: 'Stop', exact: true }).click(),
    waitFor: (status, timeoutMs = 45_000) =>
      expect(section).toHaveAttribute('data-status', status, { timeout: timeoutMs }),
  };
}
