import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const minuteMs = 60_000;

/**
 * What the tools ask of the machine they run on; tests hand in an invented one.
 * @typedef {object} Machine
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {boolean} isRoot
 * @property {(path: string) => boolean} exists
 * @property {(command: string) => string | null} which The command's full path, if it is in PATH.
 * @property {(command: string, args: readonly string[], options: RunOptions) => Promise<boolean>} run True when it ended with 0 in time.
 * @typedef {{ readonly timeoutMs: number, readonly quiet?: boolean }} RunOptions
 */

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** @type {Machine} */
export const thisMachine = {
  env: process.env,
  isRoot: process.getuid?.() === 0,
  exists: existsSync,
  which: (command) =>
    (process.env['PATH'] ?? '')
      .split(delimiter)
      .filter((folder) => folder !== '')
      .map((folder) => join(folder, command))
      .find(isExecutable) ?? null,
  run: (command, args, { timeoutMs, quiet = false }) =>
    new Promise((resolve) => {
      const child = spawn(command, args, {
        stdio: quiet ? 'ignore' : 'inherit',
        timeout: timeoutMs,
        killSignal: 'SIGKILL',
      });
      child.on('error', () => resolve(false));
      child.on('close', (code) => resolve(code === 0));
    }),
};

/**
 * Installs Debian packages where this machine lets us: as root, or through a `sudo` that asks for no password.
 * @param {Machine} machine
 * @param {readonly string[]} packages
 * @returns {Promise<boolean>} False where that is not possible, or failed.
 */
export async function installWithApt(machine, packages) {
  if (machine.which('apt-get') === null) return false;
  const sudo = machine.isRoot ? [] : ['sudo', '-n'];
  if (
    !machine.isRoot &&
    !(
      machine.which('sudo') !== null &&
      (await machine.run('sudo', ['-n', 'true'], { timeoutMs: minuteMs, quiet: true }))
    )
  )
    return false;
  const [command, ...args] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  await machine.run(command, [...args, 'update'], { timeoutMs: 5 * minuteMs });
  return machine.run(command, [...args, 'install', '-y', '--no-install-recommends', ...packages], {
    timeoutMs: 10 * minuteMs,
  });
}

/** The path of a command that an installed package brings, to be run with this Node: `binOf('vite')`. @param {string} packageName @param {string} [command] */
export function binOf(packageName, command = packageName) {
  const folder = new URL(`../node_modules/${packageName}/`, import.meta.url);
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
  const path = typeof bin === 'string' ? bin : bin[command];
  if (path === undefined) throw new Error(`${packageName} has no command named ${command}`);
  return fileURLToPath(new URL(path, folder));
}
