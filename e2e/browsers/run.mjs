import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { add, closingLine, none } from '../../tools/counts.mjs';
import { binOf } from '../../tools/machine.mjs';
import { startServer } from '../../tools/serve.mjs';
import { checksOf } from './checks.mjs';
import { openFirefox } from './firefox.mjs';
import { openPythonChecks } from './python.mjs';
import { openWebKit } from './webkit.mjs';

/** @typedef {import('./driver.mjs').Driver} Driver */
/** @typedef {import('./checks.mjs').Check} Check */

/** @type {Readonly<Record<string, () => Promise<Driver>>>} */
const engines = { firefox: openFirefox, webkit: openWebKit };

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/** Runs the checks one after another, and tells each. @param {Driver} driver @param {readonly Check[]} checks */
async function runAll(driver, checks) {
  let counts = none;
  for (const { name, run } of checks) {
    const began = performance.now();
    const seconds = () => `(${((performance.now() - began) / 1000).toFixed(1)} s)`;
    try {
      const remark = await run(driver);
      console.log(`  ok   ${name} ${seconds()}${remark ? `: ${remark}` : ''}`);
      counts = add(counts, { ...none, passed: 1 });
    } catch (error) {
      console.log(`  FAIL ${name} ${seconds()}\n       ${messageOf(error).replace(/\n/g, '\n       ')}`);
      counts = add(counts, { ...none, failed: 1 });
    }
  }
  return counts;
}

/** Runs what checks Python, in a browser and a page of its own. @param {Driver} driver */
async function runPython(driver) {
  const python = await openPythonChecks();
  try {
    return await runAll(driver, python.checks);
  } finally {
    await python.close();
  }
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in engines));
if (unknown.length > 0) {
  console.error(`There is no engine ${unknown.join(', ')}. The engines are ${Object.keys(engines).join(', ')}.`);
  process.exit(2);
}

if (!existsSync('dist/index.html') && spawnSync(process.execPath, [binOf('vite'), 'build'], { stdio: 'inherit' }).status !== 0) process.exit(1);
const server = await startServer();
let total = none;
try {
  const checks = await checksOf(server.url);
  for (const [name, open] of Object.entries(engines)) {
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
      total = add(total, await runAll(driver, checks));
    } finally {
      await driver.close();
    }
    if (name === 'firefox') total = add(total, await runPython(driver));
  }
} finally {
  await server.close();
}
console.log(`\n${closingLine(total)}`);
// Without any engine nothing was checked, which is no success.
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
