import { expect, type Locator, type Page } from '@playwright/test';
import type { Schedule } from '../../src/core/schedule/types';
import { encodeRun, programOf, usualSettings, type SharedRun } from '../../src/lab/scheduler/address';
import { replaceText } from './editor';
import { startMs } from './pythonRun';

export const schedulerPath = './scheduler/';

/** The page where the reader is the scheduler. */
export interface Scheduler {
  readonly code: Locator;
  /** The program with its threads. */
  readonly pane: Locator;
  notice(kind: string): Locator;
  button(name: string | RegExp): Locator;
  /** Waits until the program can be stepped, and nothing is played. */
  ready(): Promise<void>;
  /** Puts a text in place of the editor's, which must be open. */
  write(source: string): Promise<void>;
  /** The address of what is open, where the reader stands: what Share gives. */
  address(): Promise<string>;
}

export function scheduler(page: Page): Scheduler {
  const bench = page.locator('.scheduler-bench');
  const code = bench.getByRole('textbox', { name: /^Program, / });
  const button = (name: string | RegExp): Locator => bench.getByRole('button', { name, exact: true });
  return {
    code,
    pane: bench.locator('.scheduler-pane'),
    notice: (kind) => bench.locator(`.scheduler-notes [data-notice="${kind}"]`),
    button,
    async ready() {
      await expect(bench.locator('.step-board')).toBeVisible({ timeout: startMs });
      await expect(bench.locator('.told-count')).toHaveText(/^Step \d+/);
      await expect(button('Pause')).toHaveCount(0, { timeout: startMs });
    },
    async write(source) {
      await replaceText(page, code, source);
    },
    async address() {
      await button('Share').click();
      const value = await bench.getByRole('textbox', { name: 'Address of the program' }).inputValue();
      await bench.locator('.share-panel').getByRole('button', { name: 'Close' }).click();
      return value;
    },
  };
}

/** Three lines in each of two threads; the main thread's own steps, which no reader chooses, are four. */
export const sharedSource = `import threading


def work():
    print("one")
    print("two")
    print("three")


ada, bob = threading.Thread(target=work), threading.Thread(target=work)
ada.start()
bob.start()
ada.join()
bob.join()
`;
const program = programOf(sharedSource, 'two.py', usualSettings);

/** An address as somebody may have sent it, with steps that depend on the test. */
export const sharedAddress = async (
  schedule: Schedule,
  facts: Partial<Pick<SharedRun, 'python' | 'state'>> = {},
): Promise<string> =>
  `${schedulerPath}#${await encodeRun(program, schedule, { python: '3.14.2', state: '00000000', ...facts })}`;
