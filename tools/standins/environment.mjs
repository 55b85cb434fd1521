import { fileURLToPath } from 'node:url';

/**
 * The environment in which a lesson's program runs when it is checked or recorded: this process's own, with the stand-ins in
 * the place of `requests` and `aiohttp`. Python comes as it is, whatever this machine's PYTHON variables say: without its
 * buffer, for one, lines that several threads print run together.
 *
 * @param {string} pagesUrl the address of the page server
 * @returns {NodeJS.ProcessEnv}
 */
export function programEnvironment(pagesUrl) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PYTHON')));
  return {
    ...env,
    PYTHONPATH: fileURLToPath(new URL('.', import.meta.url)),
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONIOENCODING: 'utf-8',
    STANDIN_PAGES: pagesUrl,
  };
}
