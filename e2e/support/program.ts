import { expect, type Locator, type Page } from '@playwright/test';
import { replaceText } from './editor';

/** A program on a page of the site, by its file's name. */
export interface ProgramFigure {
  readonly figure: Locator;
  /** What its run shows. */
  readonly panel: Locator;
  readonly output: Locator;
  /** The button over it: Run, Stop, Edit, Reset, Restore, … */
  button(name: string): Locator;
  /** Replaces its text in the editor, which must be open, as one that is pasted in. */
  write(source: string): Promise<void>;
  /** Waits for the end of the run; booting Python takes seconds. */
  waitForEnd(status?: 'finished' | 'failed' | 'stopped' | 'deadlock' | 'lost'): Promise<void>;
}

export function program(page: Page, name: string): ProgramFigure {
  const figure = page.locator(`figure[data-program="${name}"]`).first();
  const panel = figure.locator('.program-run');
  const editor = figure.getByRole('textbox', { name: `Program, ${name}` });
  return {
    figure,
    panel,
    output: panel.getByRole('log'),
    button: (label) => figure.getByRole('button', { name: `${label}: ${name}` }),
    write: (source) => replaceText(page, editor, source),
    waitForEnd: (status = 'finished') => expect(panel).toHaveAttribute('data-end', status),
  };
}
