import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expectNoViolations } from '../support/accessibility';
import { replaceText } from '../support/editor';
import { expect } from '../support/fixtures';
import { expectNotSideways } from '../support/layout';
import { startMs } from '../support/pythonRun';
import { setTheme, visit } from '../support/visit';
import { test } from '../support/withPython';

const lessons = new URL('../../src/lessons/', import.meta.url);
const sourceOf = (name: string, lesson = 'sharing'): string =>
  readFileSync(new URL(`${lesson}/${name}.py`, lessons), 'utf8');

interface PuzzleCard {
  readonly card: Locator;
  /** The buttons of the threads, by number. */
  readonly threads: Locator;
  /** What was spent, and what is said of it. */
  readonly goal: Locator;
  readonly told: Locator;
  open(): Promise<void>;
  /** Presses the threads' buttons, one after another. */
  move(moves: readonly number[]): Promise<void>;
  /** Puts a text into the editor. */
  write(source: string): Promise<void>;
  /** Tries every schedule of it, and waits for the verdict. */
  tryAll(verdict: string): Promise<void>;
}

function puzzle(page: Page, id: string): PuzzleCard {
  const card = page.locator(`#puzzle-${id}`);
  const goal = card.locator('.puzzle-goal');
  const threads = card.locator('.deck-thread');
  return {
    card,
    threads,
    goal,
    // A program to be mended has its verdict above the board.
    told: card.locator('.puzzle-verdict, .puzzle-goal [role="status"]'),
    async open() {
      await card.getByRole('button', { name: /^Start/ }).click();
      await expect(goal).toBeVisible({ timeout: startMs });
    },
    async move(moves) {
      for (const thread of moves) {
        await expect(threads.nth(thread)).not.toHaveAttribute('aria-disabled', 'true', { timeout: startMs });
        await threads.nth(thread).click();
      }
    },
    async write(source) {
      const code = card.getByRole('textbox', { name: /^Program to mend, / });
      await replaceText(page, code, source);
    },
    async tryAll(verdict) {
      await card.getByRole('button', { name: 'Try every schedule' }).click();
      await expect(goal).toHaveAttribute('data-verdict', verdict, { timeout: startMs });
    },
  };
}

test.describe.configure({ timeout: 3 * startMs });

test('every program can be broken, by mouse', async ({ page }) => {
  await visit(page, './sharing/');
  for (const { id, moves, title, said } of [
    {
      id: 'record',
      moves: [1, 1, 2, 2, 2, 2, 1, 1],
      title: 'Lose an update',
      said: 'You did it, with 2 switches.',
    },
    {
      id: 'counter-call',
      moves: [1, 2, 2, 1],
      title: 'Lose an update at a call',
      said: 'You did it, with 2 switches.',
    },
    {
      id: 'counter-free',
      moves: [1, 2, 2, 2, 2, 1, 1, 1],
      title: 'Lose an update without the GIL',
      said: 'You did it, with 2 switches.',
    },
    {
      id: 'interest',
      moves: [1, 2, 1, 1, 2, 2, 2],
      title: 'A hole beside the lock',
      said: 'You did it, with 3 switches.',
    },
    { id: 'tickets', moves: [1, 2, 2, 1], title: 'Sell it twice', said: 'You did it, with 2 switches.' },
    { id: 'transfers', moves: [1, 2, 2, 1], title: 'Stop everything', said: 'You did it, with 4 moves.' },
  ]) {
    const { card, goal, told, move, open } = puzzle(page, id);
    await expect(card.getByRole('heading', { name: title })).toBeVisible();
    await open();
    await move(moves);
    await expect(goal).toHaveAttribute('data-standing', 'reached');
    await expect(told).toContainText(said);
    await expect(card).toHaveAttribute('data-solved', 'true');
  }
  // What was solved stays so.
  await page.reload();
  await expect(page.locator('.puzzle[data-solved="true"]')).toHaveCount(6);
  await expect(page.locator('#puzzle-record .kicker')).toHaveText('Puzzle, solved');
});

test('programs whose threads wait for each other can be broken, and what they wait at is told', async ({ page }) => {
  await visit(page, './waiting/');
  for (const { id, moves, said } of [
    { id: 'table', moves: '111133333333222222211113333333333', said: 'You did it, with 4 switches.' },
    { id: 'start', moves: '22222221111', said: 'You did it, with 1 switch.' },
  ]) {
    const { card, goal, told, move, open } = puzzle(page, id);
    await open();
    if (id === 'table') await readCondition(card, move);
    await move([...moves].map(Number));
    await expect(goal).toHaveAttribute('data-standing', 'reached');
    await expect(told).toContainText(said);
    await expect(card).toHaveAttribute('data-solved', 'true');
  }
});

/** Reads who holds a condition's lock, who wants it, who sleeps and who was notified, on the board of "Woken for nothing"; then the puzzle is at its beginning again. */
async function readCondition(card: Locator, move: PuzzleCard['move']): Promise<void> {
  const happened = card.locator('.told-happened');
  const threads = card.locator('.deck-thread');
  const ada = threads.nth(1);
  const changed = card.getByRole('group', { name: 'Conditions' }).getByRole('listitem');

  await move([1, 1, 1]);
  await expect(happened).toHaveText('Ada went on from line 12: took changed’s lock.');
  await expect(changed).toHaveText('changed lock held by 1 Ada');
  await move([2, 2, 3, 3, 3]);
  for (const thread of [2, 3]) await expect(threads.nth(thread)).toContainText('waits for changed’s lock, held by Ada');
  await expect(changed).toContainText('lock wanted by 2 Ben 3 Kim');
  await move([1]);
  await expect(ada).toContainText('sleeps in changed.wait() until it is notified');
  await expect(changed).toContainText('lock free asleep 1 Ada');
  await move([3, 3, 3, 3]);
  await expect(ada).toContainText('was notified');
  await expect(changed).toContainText('notified 1 Ada');
  await card.getByRole('button', { name: 'Restart' }).click();
}

test('a program can be broken by keyboard alone, and not by being shown how', async ({ page }) => {
  await visit(page, './sharing/');
  const { card, threads, goal, told } = puzzle(page, 'counter-call');
  await card.getByRole('button', { name: 'Start: Lose an update at a call' }).focus();
  await page.keyboard.press('Enter');
  await expect(threads.first()).toBeVisible({ timeout: startMs });
  await expect(goal).toContainText('0 of 2 switches');

  // Ada, Ben, Ada, Ben: both are done, and the update is lost, but it can be done with less.
  for (const [at, key] of ['1', '2', '1', '2'].entries()) {
    await page.keyboard.press(key);
    await expect(goal).toContainText(`${at} of 2 switches`);
  }
  await expect(told).toContainText('That breaks it, but with 3 switches. It can be done with 2.');
  await page.keyboard.press('Backspace');
  await expect(goal).toContainText('2 of 2 switches');
  for (let at = 0; at < 3; at += 1) await page.keyboard.press('u');
  await expect(goal).toContainText('0 of 2 switches');

  for (const key of ['1', '1', '2', '2']) await page.keyboard.press(key);
  await expect(told).toContainText('This schedule prints “2”. It should print “1”.');

  await card.getByRole('button', { name: 'Give me a hint' }).focus();
  await page.keyboard.press('Enter');
  await expect(card.getByText('A thread may be left where')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(card.getByText('Here is one way')).toBeVisible();
  await expect(goal).toHaveAttribute('data-standing', 'reached', { timeout: startMs });
  await expect(card).toHaveAttribute('data-solved', 'false');
  await card.getByRole('button', { name: 'Start over' }).focus();
  await page.keyboard.press('Enter');
  await expect(goal).toContainText('0 of 2 switches');
  for (const key of ['2', '1', '1', '2']) await page.keyboard.press(key);
  await expect(card).toHaveAttribute('data-solved', 'true');
  await expectNoViolations(page, '.puzzle');
});

test('what the GIL hides cannot be broken with it, which the page proves, and is broken without it', async ({
  page,
}) => {
  await visit(page, './sharing/');
  const { card, goal, told, move, open } = puzzle(page, 'counter-gil');
  await open();
  await expect(card).toContainText('Rule: CPython with the GIL.');
  await move([1, 2, 1, 2, 1, 2, 1, 2]);
  await expect(told).toContainText('This schedule prints “4”, as it should.');
  await expect(card).toHaveAttribute('data-solved', 'false');
  await card.getByRole('button', { name: 'Try every schedule' }).click();
  await expect(goal).toHaveAttribute('data-standing', 'proven', { timeout: startMs });
  await expect(told).toContainText(
    /It cannot be done\. All [\d,]+ schedules of CPython with the GIL were tried.* prints “4”\./,
  );
  await expect(told).toBeInViewport();
  await expect(card).toHaveAttribute('data-solved', 'true');
  await expectNoViolations(page, '.puzzle');
  const free = puzzle(page, 'counter-free');
  await free.open();
  await expect(free.card).toContainText('Rule: CPython without the GIL.');
});

interface WrongFix {
  readonly id: string;
  readonly name: string;
  readonly lesson?: string;
  readonly from: string | RegExp;
  readonly to: string;
  readonly said: string;
  readonly why: string;
}

/** Tries a wrong fix, follows the schedule that breaks it, and then mends the program. */
async function refuseAndMend(page: Page, { id, name, lesson, from, to, said, why }: WrongFix): Promise<void> {
  const { card, told, open, write, tryAll } = puzzle(page, id);
  await open();
  await write(sourceOf(name, lesson).replace(from, to));
  await tryAll('broken');
  await expect(told).toContainText(said);
  // The counterexample is laid out, and can be followed to its end.
  const redo = card.getByRole('button', { name: 'Redo' });
  await expect(redo).not.toHaveAttribute('aria-disabled', 'true', { timeout: startMs });
  await card.getByRole('slider').press('End');
  await expect(card.getByRole('group', { name: /^Why it/ })).toContainText(why);

  await write(sourceOf(`${name}_fixed`, lesson));
  await expect(card.getByText('You have changed the program')).toBeVisible();
  await tryAll('passed');
  await expect(told).toContainText(/Fixed\. Whichever thread goes when/);
  await expect(card).toHaveAttribute('data-solved', 'true');
}

test('a wrong fix is refused with the schedule that breaks it, and a right one is kept', async ({ page }) => {
  await visit(page, './sharing/');
  for (const fix of [
    {
      id: 'record-fix',
      name: 'record_puzzle',
      from: /seen = record[^]*record = seen \+ 1/,
      to: 'record += 1',
      said: 'With the GIL nothing goes wrong.',
      why: 'A lost update',
    },
    {
      id: 'interest-fix',
      name: 'interest_puzzle',
      from: 'balance = grown',
      to: 'balance = grown  # better',
      said: 'It prints “110” where it should print “160” or “165”.',
      why: 'read balance',
    },
    {
      id: 'tickets-fix',
      name: 'tickets_puzzle',
      from: /tickets = tickets - 1\n {8}sold = sold \+ 1/,
      to: 'tickets -= 1\n        sold += 1',
      said: '2 sold, -1 left',
      why: 'tickets',
    },
    {
      id: 'transfers-fix',
      name: 'transfers_puzzle',
      from: 'savings -= 10',
      to: 'savings = savings - 10',
      said: 'It ends in a deadlock',
      why: 'they wait for each other',
    },
  ])
    await refuseAndMend(page, fix);
  await page.reload();
  await expect(page.locator('.puzzle[data-solved="true"]')).toHaveCount(4);
});

test('a program whose threads wait for each other is mended, and kept', async ({ page }) => {
  await visit(page, './waiting/');
  await refuseAndMend(page, {
    id: 'table-fix',
    name: 'table_puzzle',
    lesson: 'waiting',
    from: 'notify()',
    to: 'notify_all()',
    said: 'IndexError: pop from empty list',
    // Which two of the three threads meet, depends on how long a simpler schedule was looked for.
    why: 'the items of a container',
  });
  await page.reload();
  await expect(page.locator('.puzzle[data-solved="true"]')).toHaveCount(1);
  const { card, open } = puzzle(page, 'table-fix');
  await open();
  await expect(card.getByRole('textbox', { name: /^Program to mend, / })).toContainText('while not table');
});

test('tasks are tried in every order, too', async ({ page }) => {
  await visit(page, './async/');
  const { card, told, open, write, tryAll } = puzzle(page, 'await-fix');
  await open();
  await tryAll('broken');
  await expect(told).toContainText('It prints “1” where it should print “2”.');
  await card.getByRole('slider').press('End', { timeout: startMs });
  await expect(card.getByRole('group', { name: 'Why it broke' })).toContainText('Ada');
  await write(sourceOf('await_puzzle_fixed', 'async'));
  await tryAll('passed');
  await expect(card).toHaveAttribute('data-solved', 'true');
});

test('a fix that evades the task, has no end, or is no program is told so', async ({ page }) => {
  await visit(page, './sharing/');
  const { card, told, open, write, tryAll } = puzzle(page, 'record-fix');
  await open();
  const original = sourceOf('record_puzzle');
  await write(original.replace('ben.start()\nada.join()', 'ada.join()\nben.start()'));
  await tryAll('evaded');
  await expect(told).toContainText('Your threads follow one another');
  await write(original.replace('    seen = record', '    while record >= 0:\n        pass'));
  await tryAll('endless');
  await expect(told).toContainText('do not end');
  await write(original.replace('def add_one():', 'def add_one(:'));
  await tryAll('refused');
  await expect(told).toContainText('SyntaxError');
  await card.getByRole('button', { name: 'Back to the beginning' }).click();
  await tryAll('broken');
  await card.getByRole('button', { name: 'Show me a solution' }).click();
  await expect(card.getByRole('group', { name: 'A solution' })).toContainText('with lock:');
  await expect(card).toHaveAttribute('data-solved', 'false');
  await expectNoViolations(page, '.puzzle');
});

test('the moves of an unsolved puzzle outlive the page', async ({ page }) => {
  await visit(page, './puzzles/tickets/');
  const before = puzzle(page, 'tickets');
  await before.open();
  await before.move([1, 2]);
  await expect(before.goal).toContainText('1 of 2 switches');
  await page.reload();
  const after = puzzle(page, 'tickets');
  await after.open();
  await expect(after.goal).toContainText('1 of 2 switches', { timeout: startMs });
  await after.move([2, 1]);
  await expect(after.told).toContainText('You did it, with 2 switches.');

  await test.step('a solved one begins anew', async () => {
    await page.reload();
    const again = puzzle(page, 'tickets');
    await again.open();
    await expect(again.goal).toContainText('0 of 2 switches', { timeout: startMs });
  });
});

test('puzzles fit a phone, in the dark', async ({ page }) => {
  await setTheme(page, 'dark');
  await page.setViewportSize({ width: 360, height: 740 });
  await visit(page, './sharing/');
  const breaking = puzzle(page, 'transfers');
  await breaking.open();
  await breaking.move([1, 2, 2, 1]);
  await expect(breaking.told).toContainText('You did it, with 4 moves.');
  await expect(breaking.told).toBeInViewport();
  await expectNotSideways(page);
  const mending = puzzle(page, 'transfers-fix');
  await mending.open();
  await mending.tryAll('broken');
  await expect(mending.threads.first()).toBeVisible();
  await expectNotSideways(page);
  await expectNoViolations(page, '.puzzle');
});
