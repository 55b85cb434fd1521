/**
 * The static server of tests and benches, which answers as GitHub Pages does. It is our own and not `sirv`, which answers `x` with the index of the folder `x` where
 * GitHub Pages sends the browser on to `x/` (so that relative addresses would mean something else), knows no sub-path and no 404.html, and compresses nothing as it sends it.
 */
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** @type {Readonly<Record<string, string>>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.py': 'text/x-python; charset=utf-8',
  '.xml': 'application/xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
const isText = /^(text\/|application\/(json|manifest\+json|xml|wasm)|image\/svg)/;

/** @typedef {{ readonly status: 200 | 404, readonly path: string } | { readonly status: 301, readonly location: string } | { readonly status: 400 }} Answer */

/** @param {string} path */
const isFile = (path) =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/**
 * What GitHub Pages answers: the file, the folder's index, `x.html` for `x`, `x/` for a folder `x`, or 404.html.
 * @param {string} dir
 * @param {string} base
 * @param {string} target The request's path and query.
 * @returns {Promise<Answer>}
 */
async function answerTo(dir, base, target) {
  if (!URL.canParse(`http://localhost${target}`)) return { status: 400 };
  const url = new URL(`http://localhost${target}`);
  const missing = /** @type {const} */ ({ status: 404, path: join(dir, '404.html') });
  if (`${url.pathname}/` === base) return { status: 301, location: base + url.search };
  if (!url.pathname.startsWith(base)) return missing;
  let asked;
  try {
    asked = decodeURIComponent(url.pathname.slice(base.length));
  } catch {
    return { status: 400 };
  }
  const path = join(dir, asked);
  if (!`${path}${sep}`.startsWith(dir + sep) || asked.includes('\0')) return missing;
  for (const candidate of asked === '' || asked.endsWith('/') ? [join(path, 'index.html')] : [path, `${path}.html`]) {
    if (await isFile(candidate)) return { status: 200, path: candidate };
  }
  if (await isFile(join(path, 'index.html'))) return { status: 301, location: `${url.pathname}/${url.search}` };
  return missing;
}

/**
 * Serves a folder as GitHub Pages does: under a sub-path, compressed, kept for ten minutes, and without any header that isolates.
 * @param {{ dir?: string, base?: string, port?: number, headers?: Readonly<Record<string, string>>, entry?: string | null }} [options]
 *   Port 0 takes a free one; `headers` are for pages that are not the site; `entry` is a file that must be there.
 * @returns {Promise<{ readonly url: string, close(): Promise<void> }>} `url` ends with the base.
 */
export async function startServer({
  dir = 'dist',
  base = '/timeslice/',
  port = 0,
  headers = {},
  entry = 'index.html',
} = {}) {
  const root = resolve(dir);
  if (entry !== null && !(await isFile(join(root, entry))))
    throw new Error(`There is no ${join(dir, entry)}: run \`npm run build\` first.`);

  const server = createServer(async (request, response) => {
    const answer = await answerTo(root, base, request.url ?? '/');
    if (answer.status === 301) return response.writeHead(301, { Location: answer.location }).end();
    const body = answer.status === 400 ? null : await readFile(answer.path).catch(() => null);
    if (body === null || answer.status === 400)
      return response
        .writeHead(answer.status === 400 ? 400 : 404, { 'Content-Type': 'text/plain' })
        .end('There is nothing here.');
    const type = types[extname(answer.path)] ?? 'application/octet-stream';
    const small = isText.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    const sent = small ? await compress(body) : body;
    response.writeHead(answer.status, {
      'Content-Type': type,
      'Content-Length': sent.length,
      'Cache-Control': 'max-age=600',
      'Access-Control-Allow-Origin': '*',
      ...(small ? { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' } : {}),
      ...headers,
    });
    return response.end(request.method === 'HEAD' ? undefined : sent);
  });
  await new Promise((done, failed) => server.once('error', failed).listen(port, 'localhost', () => done(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://localhost:${address.port}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , port = '4173', base = '/timeslice/'] = process.argv;
  const { url } = await startServer({ port: Number(port), base });
  console.log(`Serving dist/ at ${url}`);
}
