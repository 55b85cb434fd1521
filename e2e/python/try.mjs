/** `node e2e/python/try.mjs [--firefox] [--no-isolation] [--no-jspi] [--build] program.py…` runs programs in the page and prints what they did. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { buildPythonPage, openPython } from './open.mjs';

const given = process.argv.slice(2);
const has = (/** @type {string} */ option) => given.includes(option);
const dir = given.find((arg) => arg.startsWith('--dir='))?.slice('--dir='.length) ?? '.cache/python-page';
if (has('--build') || !existsSync(`${dir}/index.html`)) buildPythonPage(dir);
const python = await openPython({
  dir,
  browser: has('--firefox') ? 'firefox' : 'chromium',
  isolation: !has('--no-isolation'),
  stackSwitching: !has('--no-jspi'),
});
try {
  console.log(`booted in ${Math.round(await python.boot())} ms`);
  for (const path of given.filter((arg) => !arg.startsWith('--'))) {
    const { outcome, stdout, stderr, events, firstOutputMs, totalMs } = await python.run(readFileSync(path, 'utf8'), {
      fileName: basename(path),
      answers: ['Ada', 'Ben'],
    });
    console.log(
      `\n── ${path}: ${JSON.stringify(outcome)}, first output after ${firstOutputMs?.toFixed(0) ?? '–'} ms, all ${totalMs.toFixed(0)} ms, ${events.length} events`,
    );
    console.log(stdout);
    if (stderr !== '') console.log(`stderr:\n${stderr}`);
  }
} finally {
  await python.close();
}
