import puppeteer from 'puppeteer-core';
import { installWithApt, thisMachine } from '../../tools/machine.mjs';

/** @typedef {import('./driver.mjs').Driver} Driver */

/** The system's Firefox, if it has one. @param {import('../../tools/machine.mjs').Machine} machine */
export function findFirefox(machine) {
  return machine.env['TIMESLICE_FIREFOX'] ?? machine.which('firefox-esr') ?? machine.which('firefox');
}

/**
 * Starts Firefox, driven over WebDriver BiDi. Where there is none, it installs Debian's, if apt may.
 * @returns {Promise<Driver>}
 * @throws where there is none.
 */
export async function openFirefox() {
  if (findFirefox(thisMachine) === null) await installWithApt(thisMachine, ['firefox-esr']);
  const executablePath = findFirefox(thisMachine);
  if (executablePath === null)
    throw new Error(
      'No Firefox was found: install firefox-esr or firefox, or set TIMESLICE_FIREFOX to the path of one.',
    );

  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  /** @type {string[]} */
  let errors = [];
  let origin = '';
  page.on('console', (message) => message.type() === 'error' && errors.push(`console error: ${message.text()}`));
  page.on('pageerror', (error) => {
    const message = error instanceof Error ? error.message : String(error);
    if (!isGivenUp(message)) errors.push(`page error: ${message}`);
  });
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== origin)
      errors.push(`request to another site: ${request.url()}`);
  });

  return {
    engine: await browser.version(),
    goto: async (url) => {
      errors = [];
      origin = new URL(url).origin;
      await page.goto(url, { waitUntil: 'load' });
    },
    evaluate: async (run, ...args) => page.evaluate(run, ...args),
    click: async (selector, text) => {
      const handle = await page.evaluateHandle(
        (selector, text) =>
          [...document.querySelectorAll(selector)].find((element) => element.textContent?.trim() === text) ?? null,
        selector,
        text,
      );
      const element = handle.asElement();
      if (element === null) throw new Error(`there is no ${selector} with the text "${text}"`);
      await /** @type {import('puppeteer-core').ElementHandle<Element>} */ (element).click();
    },
    errors: () => errors,
    close: () => browser.close(),
  };
}

/** A request that was given up with its page or its worker, on its way through the service worker: Firefox then tells of a failure without an address. A real one has its address. @param {string} message */
const isGivenUp = (message) => message.startsWith('Failed to load ‘’. A ServiceWorker intercepted the request');
