import { createServer } from 'node:http';

/**
 * Serves the pages that the lessons' programs ask for, each after a latency, so that no test and no recording leaves this
 * machine. The stand-ins for `requests` and `aiohttp` send `GET /?url=<the address that was asked for>`.
 *
 * - `…/status/503` answers with that status.
 * - `…/delay/2` answers after that many seconds instead of the latency.
 * - Everything else is a page whose length depends on its address only.
 *
 * @param {{ readonly latencyMs: number }} options
 * @returns {Promise<{ readonly url: string, readonly close: () => Promise<void> }>} its address without a slash at the end
 */
export async function startPageServer({ latencyMs }) {
  const server = createServer((request, response) => {
    const asked = new URL(new URL(request.url ?? '/', 'http://localhost').searchParams.get('url') ?? 'about:blank');
    const status = Number(/\/status\/(\d{3})$/.exec(asked.pathname)?.[1] ?? 200);
    const delaySeconds = /\/delay\/(\d+)$/.exec(asked.pathname)?.[1];
    const delayMs = delaySeconds === undefined ? latencyMs : Number(delaySeconds) * 1000;
    const timer = setTimeout(() => {
      const body = pageOf(asked);
      response.writeHead(status, {
        'content-type': 'text/html; charset=utf-8',
        'content-length': Buffer.byteLength(body),
      });
      response.end(body);
    }, delayMs);
    response.on('close', () => clearTimeout(timer));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The page server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @param {URL} asked */
function pageOf(asked) {
  const paragraph = `<p>A page that stands for ${asked.href}.</p>\n`;
  return `<!doctype html>\n<title>${asked.hostname}</title>\n${paragraph.repeat(200 + asked.href.length)}`;
}
