import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { chromiumArgs, ensureChromium } from '../tools/browser.mjs';
import { binOf } from '../tools/machine.mjs';
import { startServer } from '../tools/serve.mjs';

/** @typedef {import('./support/bench.mjs').Bench} Bench */
/** @typedef {import('./support/bench.mjs').Row} Row */

/** @param {readonly string[]} args */
function build(args) {
  const { status } = spawnSync(process.execPath, [binOf('vite'), 'build', '--logLevel=warn', ...args], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`vite build ${args.join(' ')} failed`);
}

/** Prints rows as columns. @param {readonly Row[]} rows */
function printTable(rows) {
  const number = (/** @type {number} */ value) =>
    value.toFixed(Number.isInteger(value) || value >= 1000 ? 0 : value >= 10 ? 1 : 2);
  const cells = rows.map(({ label, value, unit, goal, ok, note = '' }) => [
    goal === '' ? '' : ok ? 'ok' : 'MISS',
    label,
    `${number(value)} ${unit}`.trim(),
    goal,
    note,
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  for (const row of cells)
    console.log(
      `  ${row.map((cell, column) => (column === 2 ? cell.padStart(widths[2] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ')}`.trimEnd(),
    );
}

const names = readdirSync(new URL('.', import.meta.url)).flatMap((file) => /^(.+)\.bench\.mjs$/.exec(file)?.[1] ?? []);
const given = process.argv.slice(2);
const wanted = given.filter((arg) => !arg.startsWith('--'));
const args = given.filter((arg) => arg.startsWith('--'));
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are ${names.join(', ')}.`);
  process.exit(2);
}

const executablePath = await ensureChromium();
if (!existsSync('dist/index.html')) build([]);
build(['--config', 'bench/vite.config.ts']);
const site = await startServer();
// The bench pages are isolated from their first load, so that they need no service worker.
const isolated = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
const pages = await startServer({ dir: '.cache/bench', base: '/', headers: isolated, entry: null });
/** @type {Row[]} */
const missed = [];
try {
  for (const file of names.filter((name) => wanted.length === 0 || wanted.includes(name))) {
    /** @type {Bench} */
    const bench = await import(`./${file}.bench.mjs`);
    // A browser of its own, so that no piece inherits another's heap.
    const browser = await chromium.launch({ executablePath, args: chromiumArgs() });
    console.log(`\n${bench.name} (Chromium ${browser.version()}, ${availableParallelism()} cores)`);
    try {
      const rows = await bench.run({ browser, siteUrl: site.url, benchUrl: pages.url, args });
      printTable(rows);
      missed.push(...rows.filter(({ ok }) => !ok));
    } finally {
      await browser.close();
    }
  }
} finally {
  await Promise.all([site.close(), pages.close()]);
}
console.log(missed.length === 0 ? '\nEvery goal is met.' : `\nMissed: ${missed.map(({ label }) => label).join('; ')}.`);
process.exitCode = missed.length === 0 ? 0 : 1;
