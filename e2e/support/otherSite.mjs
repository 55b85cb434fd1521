import { createServer } from 'node:http';

/**
 * Another site, which answers everybody and notes who came. What it serves is a script that any page may load.
 * @returns {Promise<{ readonly url: string, readonly hits: readonly string[], close(): Promise<void> }>} `url` ends with a slash; `hits` is what was asked for, in order.
 */
export async function countHits() {
  /** @type {string[]} */
  const hits = [];
  const server = createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`);
    response.writeHead(200, {
      'Content-Type': 'text/javascript',
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
    response.end('export default 1;');
  });
  server.on('upgrade', (request, socket) => {
    hits.push(`socket ${request.url}`);
    socket.destroy();
  });
  await new Promise((done) => server.listen(0, 'localhost', () => done(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://localhost:${address.port}/`,
    hits,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
