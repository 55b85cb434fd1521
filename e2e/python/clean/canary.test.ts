/** A canary looks at all that a program can see, and prints after any program what it prints alone. README.md says how to read what differs. */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../../../src/core/base/random';
import { pythonForTests } from '../tab';
import { runsTo } from './inPage';
import { fileBeside, pairs } from './pairs';

const folderOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const page = pythonForTests();

describe('a canary', () => {
  const canary = fileBeside('canary.py');
  const seed = 20_260_801;
  const howMany = 200;
  const longestMs = 2000;
  const filesIn = (path: string): [string, string][] =>
    readdirSync(folderOf(path), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.py'))
      .sort()
      .map((file) => [basename(file), readFileSync(join(folderOf(path), file), 'utf8')]);
  const programs = [
    ...pairs.map(({ name, first }): [string, string] => [name, first]),
    ...[
      '../programs/',
      '../../../src/lessons/',
      '../../../src/lab/playground/examples/',
      '../../../src/lab/scheduler/examples/',
    ].flatMap(filesIn),
  ];
  const chosen = shuffled(programs, seed).slice(0, howMany);
  let alone = '';
  beforeAll(async () => {
    await page.evaluate(() => window.python?.close(), null);
    alone = await runsTo(page, canary);
  }, 60_000);

  it('sees something', () => {
    expect(chosen).toHaveLength(howMany);
    expect(alone).toMatch(/^modules \d{4,} \d+\nsettings .*\nfiles .*\nalive .*\nregistries .*\n$/u);
  });

  it.each(chosen)('sees no trace of %s', { timeout: 180_000 }, async (_, source) => {
    // A program that runs longer is stopped.
    await page.run(source, { stopAfterMs: longestMs, answers: ['Ada', 'Ben'], timeoutMs: 20_000 });
    expect(await runsTo(page, canary)).toBe(alone);
  });
});

/** The items in an order that depends on nothing but the seed. */
function shuffled<T>(all: readonly T[], from: number): readonly T[] {
  const random = seeded(from);
  return all
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
