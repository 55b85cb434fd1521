import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { installWithApt, thisMachine } from '../../tools/machine.mjs';
import { sleep, waitFor } from './driver.mjs';

/** @typedef {import('./driver.mjs').Driver} Driver */
/** @typedef {{ readonly driver: string, readonly browser: string, readonly display: string | null }} WebKit Paths; `display` is Xvfb's, where a display has to be made. */

/** A program of Python may take longer than the half minute that drivers wait unless told. */
const longestScriptMs = 600_000;
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** WebKitGTK's small browser, which Debian keeps beside the library. */
function findMiniBrowser() {
  const lib = '/usr/lib';
  const folders = thisMachine.exists(lib)
    ? readdirSync(lib).flatMap((arch) =>
        ['4.1', '6.0', '4.0'].map((api) => join(lib, arch, `webkit2gtk-${api}`, 'MiniBrowser')),
      )
    : [];
  return thisMachine.which('MiniBrowser') ?? folders.find(thisMachine.exists) ?? null;
}

/** @returns {WebKit | null} */
function findWebKit() {
  const driver = thisMachine.which('WebKitWebDriver');
  const browser = findMiniBrowser();
  const display = thisMachine.which('Xvfb');
  return driver !== null && browser !== null && (display !== null || thisMachine.env['DISPLAY'])
    ? { driver, browser, display }
    : null;
}

/** A port that is free now. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

/** Starts a display without a screen and gives its name, `:3`. @param {string} path @param {(end: () => void) => void} onEnd */
async function startDisplay(path, onEnd) {
  // It picks a free number itself and writes it to the pipe.
  const child = spawn(path, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  onEnd(() => child.kill());
  const pipe = child.stdio[3];
  if (!pipe) throw new Error('Xvfb has no pipe.');
  const [number] = await Promise.race([
    once(pipe, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('Xvfb ended at once.'))),
  ]);
  return `:${String(number).trim()}`;
}

/**
 * Starts WebKitGTK's MiniBrowser, driven over WebDriver. Where there is none, it installs Debian's, if apt may.
 * @returns {Promise<Driver>}
 * @throws where there is none.
 */
export async function openWebKit() {
  if (findWebKit() === null) await installWithApt(thisMachine, ['webkit2gtk-driver', 'xvfb']);
  const webkit = findWebKit();
  if (webkit === null) throw new Error("No WebKit was found: install Debian's webkit2gtk-driver and xvfb.");

  /** @type {(() => void)[]} */
  const ends = [];
  const endAll = () => ends.toReversed().forEach((end) => end());
  try {
    const display =
      webkit.display === null
        ? thisMachine.env['DISPLAY']
        : await startDisplay(webkit.display, (end) => ends.push(end));
    const port = await freePort();
    const child = spawn(webkit.driver, [`--port=${port}`], {
      stdio: 'ignore',
      // WebKitGTK isolates a page but leaves SharedArrayBuffer out, where Safari has it: this puts it back.
      env: { ...process.env, DISPLAY: display, JSC_useSharedArrayBuffer: '1' },
    });
    ends.push(() => child.kill());
    return await startSession(`http://127.0.0.1:${port}`, webkit.browser, endAll);
  } catch (error) {
    endAll();
    throw error;
  }
}

/** @param {string} server @param {string} browser @param {() => void} endAll @returns {Promise<Driver>} */
async function startSession(server, browser, endAll) {
  /** @param {'GET' | 'POST' | 'DELETE'} method @param {string} path @param {object} [body] */
  const command = async (method, path, body) => {
    const response = await fetch(server + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const answers = () =>
    fetch(`${server}/status`).then(
      (response) => response.ok,
      () => false,
    );
  await waitFor('WebKitWebDriver', answers, 10_000);
  const session = await command('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        timeouts: { script: longestScriptMs },
        'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
      },
    },
  });
  const at = `/session/${session.sessionId}`;

  /** @param {string} script @param {readonly unknown[]} args */
  const execute = (script, args) => command('POST', `${at}/execute/async`, { script, args });
  /** @type {Driver['evaluate']} */
  const evaluate = async (run, ...args) => {
    const { value, error } = await execute(
      `const done = arguments[arguments.length - 1];
       Promise.resolve().then(() => (${String(run)})(...[...arguments].slice(0, -1))).then((value) => done({ value }), (error) => done({ error: String(error) }));`,
      args,
    );
    if (error !== undefined) throw new Error(error);
    return value;
  };

  /** @type {string[]} */
  let errors = [];
  return {
    engine: `WebKitGTK ${session.capabilities.browserVersion}`,
    goto: async (url) => {
      errors = [];
      await command('POST', `${at}/url`, { url });
    },
    evaluate: async (run, ...args) => {
      // WebDriver tells nothing of errors, so the page is asked to remember its own, from the first question on.
      errors = await evaluate(() => {
        const page = /** @type {typeof globalThis & { complaints?: string[] }} */ (globalThis);
        if (page.complaints === undefined) {
          const complaints = (page.complaints = /** @type {string[]} */ ([]));
          addEventListener('error', (event) => complaints.push(`page error: ${event.message}`));
          addEventListener('unhandledrejection', (event) => complaints.push(`page error: ${event.reason}`));
        }
        return page.complaints;
      });
      return evaluate(run, ...args);
    },
    click: async (selector, text) => {
      const element = await command('POST', `${at}/execute/sync`, {
        // A smooth scroll would still be under way when the driver looks where to click.
        script: `const found = [...document.querySelectorAll(arguments[0])].find((element) => element.textContent.trim() === arguments[1]) ?? null;
                 found?.scrollIntoView({ block: 'center', behavior: 'instant' });
                 return found;`,
        args: [selector, text],
      });
      if (element === null) throw new Error(`there is no ${selector} with the text "${text}"`);
      await command('POST', `${at}/element/${element[elementKey]}/click`, {});
    },
    errors: () => errors,
    close: async () => {
      await command('DELETE', at).catch(() => null);
      // The browser closes its windows before the display goes away.
      await sleep(200);
      endAll();
    },
  };
}
