import { spawnSync } from 'node:child_process';
import { expect, test, type Kind } from '../../support/python';
import { runCheck, source } from './running';

/** Programs that check themselves, in the page and on CPython. */
const checks = ['alone', 'locks', 'threads', 'pools', 'loops', 'turns', 'signals', 'inspection'] as const;

const wanted: Readonly<Record<Kind, readonly (typeof checks)[number][]>> = {
  full: checks,
  'no-isolation': checks,
  'no-jspi': ['alone'],
  // Firefox runs all of them in e2e/browsers.
  firefox: [],
};

for (const kind of ['full', 'no-isolation', 'no-jspi'] as const) {
  for (const name of wanted[kind]) {
    test(`${name}.py keeps its promises (${kind})`, async ({ python }) => {
      const { outcome, stdout, stderr } = await runCheck(await python(kind), name, kind);
      expect(stdout).toMatch(/^\d+ passed, 0 failed\n$/);
      expect({ status: outcome.status, stderr }).toEqual({ status: 'finished', stderr: '' });
    });
  }
}

test('CPython keeps the promises that the page keeps', () => {
  const python = process.env['PYTHON'] ?? 'python3';
  test.skip(spawnSync(python, ['--version']).status !== 0 && !process.env['CI'], 'There is no python3 here.');
  for (const name of checks) {
    const run = (): string =>
      spawnSync(python, ['-'], { input: source(name) + source('check'), encoding: 'utf8' }).stdout;
    const kept = /^\d+ passed, 0 failed\n$/;
    // Some of them expect that a thread that sleeps longer wakes later, which a busy machine may upset.
    const tries = [run()];
    while (tries.length < 3 && !kept.test(tries.at(-1) ?? '')) tries.push(run());
    expect(tries.at(-1), name).toMatch(kept);
  }
});

test('without JSPI a thread is refused in words, and the program may go on', async ({ python }) => {
  const ran = await (
    await python('no-jspi')
  ).run(
    'import threading\ntry:\n    threading.Thread(target=print).start()\nexcept RuntimeError as error:\n    print(error)',
  );
  expect(ran.stdout).toMatch(/^can't start new thread: this browser cannot suspend WebAssembly/);
});
