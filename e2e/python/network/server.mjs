import { createServer } from 'node:http';

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': '*',
  'access-control-allow-headers': '*',
  'access-control-expose-headers': '*',
};

/**
 * A server for trying out a client of HTTP, natively and from a page of another site:
 *
 * - `/echo` tells as JSON what it was asked; `/redirect` sends there, or where `?to=` says.
 * - `/status/404` answers with that status, `/delay/0.5` after half a second.
 * - `/stall` begins its body and does not go on, `/drop` breaks off.
 * - `/latin`, `/text`, `/lines`, `/empty` have bodies of those kinds. `/closed` allows no other site to read it.
 *
 * @returns {Promise<{ readonly url: string, readonly close: () => Promise<void> }>} its address without a slash at the end
 */
export async function startTrialServer() {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const [, what = '', number = ''] = url.pathname.split('/');
    /** @param {number} status @param {string} type @param {string | Buffer} body @param {Record<string, string>} [headers] */
    const send = (status, type, body, headers = {}) => {
      response.writeHead(status, {
        ...cors,
        'content-type': type,
        'content-length': String(Buffer.byteLength(body)),
        ...headers,
      });
      response.end(body);
    };
    /** @type {Record<string, () => void>} */
    const answers = {
      echo: () => {
        let body = '';
        request.setEncoding('utf8');
        request.on('data', (text) => (body += text));
        request.on('end', () => {
          const { 'content-type': type = null, 'x-trial': trial = null } = request.headers;
          const args = [...url.searchParams].map(([name, value]) => `${name}=${value}`);
          send(200, 'application/json', JSON.stringify({ method: request.method, args, body, type, trial }), {
            'x-answer': 'yes',
          });
        });
      },
      redirect: () => send(302, 'text/plain', '', { location: url.searchParams.get('to') ?? '/echo?came=by' }),
      status: () => send(Number(number), 'text/plain; charset=utf-8', `This is ${number}.`),
      delay: () => {
        const timer = setTimeout(
          () => send(200, 'text/plain; charset=utf-8', `after ${number} s`),
          Number(number) * 1000,
        );
        response.on('close', () => clearTimeout(timer));
      },
      stall: () => {
        response.writeHead(200, { ...cors, 'content-type': 'text/plain', 'content-length': '1000' });
        response.write('x'.repeat(100));
      },
      drop: () => {
        response.writeHead(200, { ...cors, 'content-type': 'text/plain', 'content-length': '1000' });
        response.write('x'.repeat(100), () => setTimeout(() => response.destroy(), 50));
      },
      latin: () => send(200, 'text/html', Buffer.from('caf\u00e9', 'latin1')),
      text: () => send(200, 'text/plain; charset=utf-8', 'caf\u00e9 \u{1f600}'),
      lines: () => send(200, 'text/plain; charset=utf-8', 'one\ntwo\r\nthree'),
      empty: () => send(200, 'application/octet-stream', ''),
      closed: () =>
        send(200, 'text/plain', 'not for other sites', { 'access-control-allow-origin': 'https://example.org' }),
    };
    if (request.method === 'OPTIONS' && what !== 'echo') send(200, 'text/plain', '');
    else (answers[what] ?? (() => send(404, 'text/plain', 'There is no such page.')))();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
