/**
 * What the checks ask of each browser.
 * @typedef {object} Driver
 * @property {string} engine Name and version, as the browser says.
 * @property {(url: string) => Promise<void>} goto Opens a page and waits until it has loaded.
 * @property {<Result>(run: (...args: string[]) => Result | Promise<Result>, ...args: string[]) => Promise<Result>} evaluate
 *   Runs a function in the page. It sees nothing around it; its result is plain data.
 * @property {(selector: string, text: string) => Promise<void>} click Clicks the first element that matches and has exactly this text, as a mouse does. Throws where there is none.
 * @property {() => string[]} errors What went wrong in the page since `goto`, one line each, as far as the browser tells.
 * @property {() => Promise<void>} close Ends the browser.
 */

/** @param {number} ms */
export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * Asks until the answer is yes.
 * @param {string} what For the message when it never is.
 * @param {() => Promise<boolean>} ask
 * @param {number} timeoutMs
 */
export async function waitFor(what, ask, timeoutMs) {
  const until = performance.now() + timeoutMs;
  while (!(await ask())) {
    if (performance.now() > until) throw new Error(`waited ${timeoutMs / 1000} s for ${what}`);
    await sleep(50);
  }
}
