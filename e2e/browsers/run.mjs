import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { add, closingLine, none } from '../../tools/counts.mjs';
import { binOf } from '../../tools/machine.mjs';
import { startServer } from '../../tools/serve.mjs';
import { checksOf } from './checks.mjs';
import { openFirefox } from './firefox.mjs';
import { pythonChecksOf } from './python.mjs';
import { openWebKit } from './webkit.mjs';

/** @typedef {import('./driver.mjs').Driver} Driver */

/** @type {readonly (readonly ['firefox' | 'webkit', () => Promise<Driver>])[]} */
const engines = [
  ['firefox', openFirefox],
  ['webkit', openWebKit],
];

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/** Runs the checks one after another, and tells each. @param {readonly { readonly name: string, run(): Promise<string | void> }[]} checks */
async function runAll(checks) {
  let counts = none;
  for (const { name, run } of checks) {
    const began = performance.now();
    const seconds = () => `(${((performance.now() - began) / 1000).toFixed(1)} s)`;
    try {
      const remark = await run();
      console.log(`  ok   ${name} ${seconds()}${remark ? `: ${remark}` : ''}`);
      counts = add(counts, { ...none, passed: 1 });
    } catch (error) {
      console.log(`  FAIL ${name} ${seconds()}\n       ${messageOf(error).replace(/\n/g, '\n       ')}`);
      counts = add(counts, { ...none, failed: 1 });
    }
  }
  return counts;
}

/** Runs what checks Python, in a browser and a page of its own for each way to have it. @param {'firefox' | 'webkit'} browser */
async function runPython(browser) {
  let counts = none;
  for (const open of pythonChecksOf(browser)) {
    const python = await open();
    console.log(`\n${python.title}`);
    try {
      counts = add(counts, await runAll(python.checks));
    } finally {
      await python.close();
    }
  }
  return counts;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !engines.some(([known]) => known === name));
if (unknown.length > 0) {
  console.error(
    `There is no engine ${unknown.join(', ')}. The engines are ${engines.map(([known]) => known).join(', ')}.`,
  );
  process.exit(2);
}

if (
  !existsSync('dist/index.html') &&
  spawnSync(process.execPath, [binOf('vite'), 'build'], { stdio: 'inherit' }).status !== 0
)
  process.exit(1);
const server = await startServer();
let total = none;
try {
  const checks = await checksOf(server.url);
  for (const [name, open] of engines) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    let driver;
    try {
      driver = await open();
    } catch (error) {
      // An engine that was asked for by name must be there.
      const required = wanted.includes(name);
      console.log(`\n${name}: ${required ? 'failed' : 'skipped'}. ${messageOf(error)}`);
      total = add(total, required ? { ...none, failed: 1 } : { ...none, skipped: checks.length });
      continue;
    }
    console.log(`\n${driver.engine}`);
    try {
      total = add(total, await runAll(checks.map(({ name: what, run }) => ({ name: what, run: () => run(driver) }))));
    } finally {
      await driver.close();
    }
    total = add(total, await runPython(name));
  }
} finally {
  await server.close();
}
console.log(`\n${closingLine(total)}`);
// Without any engine nothing was checked, which is no success.
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
