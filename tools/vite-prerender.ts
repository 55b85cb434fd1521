import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Manifest, type Plugin, type ResolvedConfig } from 'vite';
import type { PageModule, PrerenderedPage } from '../src/app/entry-server';

const serverEntry = 'src/app/entry-server.tsx';
/** Nearly all of the first screen is set in it. */
const firstFont = 'source-serif-4-latin-wght-normal.woff2';
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A page's policy: the site itself and nothing else; `inline` are the texts of the inline scripts and styles to let through. src/runtime/README.md names the site's other policies. */
function contentSecurityPolicy(inline: {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' ${inline.scripts.map(hashOf).join(' ')}`.trim(),
    `style-src 'self' ${inline.styles.map(hashOf).join(' ')}`.trim(),
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
  ].join('; ');
}

function inlineOf(html: string, tag: 'script' | 'style'): string[] {
  const found = html.matchAll(new RegExp(`<${tag}(?![^>]*\\ssrc=)[^>]*>([\\s\\S]*?)</${tag}>`, 'g'));
  return [...found].map((match) => match[1] ?? '').filter((text) => text !== '');
}

function withPolicy(html: string): string {
  const policy = contentSecurityPolicy({ scripts: inlineOf(html, 'script'), styles: inlineOf(html, 'style') });
  return html.replace(
    '<meta charset="utf-8" />',
    `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  );
}

/** Files that a chunk needs at once, with all that it imports statically. */
function filesOf(manifest: Manifest, key: string, seen = new Set<string>()): { js: string[]; css: string[] } {
  const chunk = manifest[key];
  if (chunk === undefined || seen.has(key)) return { js: [], css: [] };
  seen.add(key);
  const imported = (chunk.imports ?? []).map((name) => filesOf(manifest, name, seen));
  return {
    js: [chunk.file, ...imported.flatMap((files) => files.js)],
    css: [...(chunk.css ?? []), ...imported.flatMap((files) => files.css)],
  };
}

/** Where the manifest keeps a chunk that is known by its source file or its name. @throws where there is none */
function keyOf(manifest: Manifest, chunk: string): string {
  const key = chunk in manifest ? chunk : Object.keys(manifest).find((name) => manifest[name]?.name === chunk);
  if (key === undefined) throw new Error(`The build has no chunk called ${chunk}.`);
  return key;
}

const escapeAttribute = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

function fill(template: string, page: PrerenderedPage, manifest: Manifest): string {
  const depth = page.path.split('/').filter((part) => part !== '').length;
  const root = depth === 0 ? './' : '../'.repeat(depth);
  const entry = filesOf(manifest, 'index.html');
  const seen = new Set<string>();
  const parts = page.chunks.map((chunk) => filesOf(manifest, keyOf(manifest, chunk), seen));
  const own = { js: parts.flatMap(({ js }) => js), css: parts.flatMap(({ css }) => css) };
  const font = Object.values(manifest).find((chunk) => chunk.src?.endsWith(firstFont) === true)?.file;
  const head = [
    `<title>${escapeAttribute(page.title)}</title>`,
    `<meta name="description" content="${escapeAttribute(page.description)}" />`,
    ...(font === undefined ? [] : [`<link rel="preload" as="font" type="font/woff2" crossorigin href="./${font}" />`]),
    ...own.css.filter((file) => !entry.css.includes(file)).map((file) => `<link rel="stylesheet" href="./${file}" />`),
    ...own.js.filter((file) => !entry.js.includes(file)).map((file) => `<link rel="modulepreload" href="./${file}" />`),
  ].join('\n    ');
  const html = template
    .replace('<!--head-->', () => head)
    .replace(/(href|src)="\.\//g, `$1="${root}`)
    .replace('data-root="./"', `data-root="${root}"`)
    .replace('<!--app-->', () => page.html);
  return withPolicy(html);
}

/** The pages as a list whose links the page itself completes, since it may be served for any address. */
function pageLinks(pages: readonly PrerenderedPage[]): string {
  // Puzzles are found on their page.
  const others = pages.filter((page) => page.path !== '/' && page.path.split('/').length === 3);
  return others
    .map(
      (page) =>
        `<li><a data-path="${page.path.slice(1)}" href="${page.path}">${escapeAttribute(page.heading)}</a></li>`,
    )
    .join('\n      ');
}

/**
 * After the client build, renders every page of the site to its own `index.html`, with its title, description, prose and policy,
 * so that it can be read before, and without, JavaScript.
 */
export function prerender(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'timeslice:prerender',
    apply: (_, env) => env.command === 'build' && !env.isSsrBuild,
    configResolved(resolved) {
      config = resolved;
    },
    closeBundle: {
      sequential: true,
      order: 'pre',
      async handler(error) {
        if (error !== undefined || process.env['TIMESLICE_PRERENDERING'] !== undefined) return;
        const out = resolve(config.root, config.build.outDir);
        const serverOut = resolve(config.root, '.cache/server');
        await rm(serverOut, { recursive: true, force: true });
        process.env['TIMESLICE_PRERENDERING'] = '1';
        try {
          await build({
            root: config.root,
            logLevel: 'warn',
            build: {
              ssr: serverEntry,
              outDir: serverOut,
              emptyOutDir: true,
              manifest: false,
              copyPublicDir: false,
              // One file: a part would import the entry without its `?t=`, and know neither the lessons that were loaded nor the contexts of the page that is drawn.
              rolldownOptions: { output: { codeSplitting: false } },
            },
          });
        } finally {
          delete process.env['TIMESLICE_PRERENDERING'];
        }
        const server = (await import(
          `${pathToFileURL(join(serverOut, 'entry-server.js')).href}?t=${Date.now()}`
        )) as PageModule;
        const manifest = JSON.parse(await readFile(join(out, '.vite/manifest.json'), 'utf8')) as Manifest;
        const template = await readFile(join(out, 'index.html'), 'utf8');
        const pages = await server.renderPages();
        for (const page of pages) {
          const file = join(out, page.path, 'index.html');
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, fill(template, page, manifest));
          config.logger.info(`prerendered ${relative(config.root, file)}`);
        }
        const missing = await readFile(resolve(config.root, 'src/app/404.html'), 'utf8');
        await writeFile(join(out, '404.html'), withPolicy(missing.replace('<!--pages-->', () => pageLinks(pages))));
      },
    },
  };
}
