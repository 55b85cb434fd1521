/** One of the reader's own addresses. */
export interface OwnUrl {
  readonly href: string;
  /** Short, for a lane, and unlike all others: `example.org/feed…`. */
  readonly name: string;
}

export interface ParsedUrls {
  readonly urls: readonly OwnUrl[];
  /** One sentence for each line that cannot be used. */
  readonly problems: readonly string[];
}

export const mostUrls = 12;
const longestName = 32;

/** Reads addresses, one a line; empty lines are skipped. What cannot be used is explained, and the rest is kept. */
export function parseOwnUrls(text: string): ParsedUrls {
  const urls: OwnUrl[] = [];
  const problems: string[] = [];
  let tooMany = 0;
  text.split(/\r\n|\r|\n/).forEach((raw, index) => {
    const line = raw.trim();
    if (line === '') return;
    const url = parseUrl(line);
    const where = `Line ${index + 1}, "${shorten(line, 60)}",`;
    if (url === null) problems.push(`${where} is not an address. Write it in full: https://example.org/page.`);
    else if (url.protocol !== 'http:' && url.protocol !== 'https:')
      problems.push(`${where} begins with "${url.protocol}". Only http and https addresses can be fetched.`);
    else if (url.username !== '' || url.password !== '')
      problems.push(`${where} contains a user name or password, which a browser does not send. Remove it.`);
    else if (urls.length === mostUrls) tooMany += 1;
    else urls.push({ href: url.href, name: unlike(urls, nameOf(url)) });
  });
  if (tooMany > 0)
    problems.push(
      `At most ${mostUrls} addresses are fetched; the last ${tooMany === 1 ? 'one was' : `${tooMany} were`} left out.`,
    );
  return { urls, problems };
}

function parseUrl(line: string): URL | null {
  try {
    return new URL(line);
  } catch {
    return null;
  }
}

function nameOf(url: URL): string {
  return shorten(url.host + (url.pathname === '/' ? '' : url.pathname) + url.search, longestName);
}

/** The name, numbered when an earlier address has it already. */
function unlike(urls: readonly OwnUrl[], name: string): string {
  let unique = name;
  for (let count = 2; urls.some((url) => url.name === unique); count += 1) unique = `${name} (${count})`;
  return unique;
}

function shorten(text: string, most: number): string {
  const signs = Array.from(text);
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join('')}…`;
}
