import { chromium } from '@playwright/test';
import { binOf, installWithApt, thisMachine } from './machine.mjs';

/** @typedef {import('./machine.mjs').Machine} Machine */

/** The shell draws no window around the page: the suite takes two thirds of the time. */
const commands = ['chromium-headless-shell', 'chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];
const advice =
  'No Chromium was found and none could be installed: install Chromium or Google Chrome, or set TIMESLICE_CHROMIUM to the path of one.';

/** Where Playwright keeps the Chromium that it downloads, whether it is there or not. */
const playwrightsOwn = () => chromium.executablePath();

/** Every Chromium that might serve, best first. @param {Machine} machine */
function candidates(machine) {
  const named = machine.env['TIMESLICE_CHROMIUM'];
  if (named !== undefined && named !== '') return [named];
  const own = playwrightsOwn();
  return [...(machine.exists(own) ? [own] : []), ...commands.flatMap((command) => machine.which(command) ?? [])];
}

/**
 * The Chromium to use: the one TIMESLICE_CHROMIUM names, Playwright's own, or the system's; null where there is none.
 * @param {Machine} [machine]
 * @throws where TIMESLICE_CHROMIUM names a file that does not exist.
 */
export function findChromium(machine = thisMachine) {
  const first = candidates(machine)[0] ?? null;
  if (first !== null && !machine.exists(first))
    throw new Error(`TIMESLICE_CHROMIUM is ${first}, and there is no such file.`);
  return first;
}

/** The first Chromium that starts: a downloaded one may lack the libraries it needs. @param {Machine} machine */
async function findWorking(machine) {
  if (findChromium(machine) === null) return null;
  for (const path of candidates(machine)) {
    if (await machine.run(path, ['--version'], { timeoutMs: 60_000, quiet: true })) return path;
  }
  return null;
}

/**
 * The path of a Chromium that starts. Where there is none it gets one: Playwright's, or Debian's through apt.
 * @param {Machine} [machine]
 * @throws with one sentence that says what to install, where it cannot.
 */
export async function ensureChromium(machine = thisMachine) {
  const found = await findWorking(machine);
  if (found !== null) return found;
  if (machine.env['TIMESLICE_CHROMIUM'])
    throw new Error(`TIMESLICE_CHROMIUM is ${machine.env['TIMESLICE_CHROMIUM']}, which does not start.`);
  const tries = [
    () =>
      machine.run(process.execPath, [binOf('@playwright/test', 'playwright'), 'install', 'chromium'], {
        timeoutMs: 5 * 60_000,
      }),
    // A machine without any font would draw no text.
    () => installWithApt(machine, ['chromium-headless-shell', 'fonts-liberation']),
    // Ubuntu and older Debians do not have the shell.
    () => installWithApt(machine, ['chromium', 'fonts-liberation']),
  ];
  for (const attempt of tries) {
    await attempt();
    const path = await findWorking(machine);
    if (path !== null) return path;
  }
  throw new Error(advice);
}

/**
 * How to start it: silent towards the network, and without the sandbox where Chromium refuses it (as root) or a container has no means for it.
 * @param {Machine} [machine]
 * @returns {string[]}
 */
export function chromiumArgs(machine = thisMachine) {
  const contained = machine.isRoot || Boolean(machine.env['CI']) || machine.exists('/.dockerenv');
  return [
    ...(contained ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-sync',
    '--disable-quic',
    '--disable-gpu',
    '--no-first-run',
    '--no-default-browser-check',
    '--no-pings',
    // The headless shell turns what WebAssembly traps into an error only when its crash reporter is on; without it, a program that leaves Python's memory takes the page down.
    '--enable-crash-reporter',
    // Whatever asks for another machine is told that there is none.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  ];
}
