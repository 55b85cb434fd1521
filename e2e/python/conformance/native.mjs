import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';

const run = promisify(execFile);
const library = fileURLToPath(new URL('../../../node_modules/pyodide/python_stdlib.zip', import.meta.url));
const limitMs = 60_000;
const simple = 'test.test_sched.TestCase.test_enter';
/** The page's own library, in the place of the machine's. */
const modules = [
  'asyncio',
  'concurrent',
  'contextlib.py',
  'multiprocessing',
  'queue.py',
  'sched.py',
  'threading.py',
  '_threading_local.py',
];
const unpack = `import sys, zipfile\nwith zipfile.ZipFile(sys.argv[1]) as z:\n    z.extractall(sys.argv[2], [n for n in z.namelist() if n.partition("/")[0] in sys.argv[3:]])`;

export const failsNatively = 'fails on native CPython 3.14 too, with the library that the page has';

/**
 * Runs single tests natively, with the page's version of the modules under test: a test that fails there wants another version.
 * @param {string} python A Python 3.14.
 * @param {Readonly<Record<string, string>>} files The tests, as the page has them.
 * @throws where not even a simple test passes.
 */
export async function openNative(python, files) {
  const home = mkdtempSync(join(tmpdir(), 'conformance-'));
  await run(python, ['-c', unpack, library, join(home, 'library'), ...modules]);
  for (const [path, text] of Object.entries(files)) {
    const file = join(home, 'tests/test', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const env = {
    ...process.env,
    PYTHONPATH: `${join(home, 'library')}:${join(home, 'tests')}`,
    PYTHONDONTWRITEBYTECODE: '1',
  };
  /** @param {string} test @returns {Promise<boolean>} */
  const passes = (test) =>
    new Promise((resolve, reject) => {
      const child = spawn(python, ['-m', 'unittest', '-q', test], { env, cwd: home, stdio: 'ignore', detached: true });
      // With its own processes, which would outlive it.
      const timer = setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), limitMs);
      child.on('error', reject).on('exit', (code) => {
        clearTimeout(timer);
        resolve(code === 0);
      });
    });
  if (!(await passes(simple))) throw new Error(`${python} cannot run ${simple}.`);
  return { passes, close: () => rmSync(home, { recursive: true, force: true }) };
}
