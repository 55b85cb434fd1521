import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostUrls, parseOwnUrls } from './ownUrls';

describe('parseOwnUrls', () => {
  it('keeps http and https addresses and gives them short names', () => {
    expect(
      parseOwnUrls(
        ' https://example.org/ \n\nhttp://localhost:8080/a/b?c=1#d\r\nhttps://example.org/a-very-long-path/that-goes-on-and-on',
      ),
    ).toEqual({
      urls: [
        { href: 'https://example.org/', name: 'example.org' },
        { href: 'http://localhost:8080/a/b?c=1#d', name: 'localhost:8080/a/b?c=1' },
        { href: 'https://example.org/a-very-long-path/that-goes-on-and-on', name: 'example.org/a-very-long-path/th…' },
      ],
      problems: [],
    });
  });
  it('explains each line that cannot be used and keeps the rest', () => {
    const { urls, problems } = parseOwnUrls(
      'example.org\nhttps://example.org\nftp://example.org/x\nhttps://me:secret@example.org/\njavascript:alert(1)',
    );
    expect(urls.map((url) => url.href)).toEqual(['https://example.org/']);
    expect(problems).toEqual([
      'Line 1, "example.org", is not an address. Write it in full: https://example.org/page.',
      'Line 3, "ftp://example.org/x", begins with "ftp:". Only http and https addresses can be fetched.',
      'Line 4, "https://me:secret@example.org/", contains a user name or password, which a browser does not send. Remove it.',
      'Line 5, "javascript:alert(1)", begins with "javascript:". Only http and https addresses can be fetched.',
    ]);
  });
  it('numbers names that would be equal', () => {
    const far = 'https://example.org/the-same-long-beginning';
    expect(parseOwnUrls(`${far}/1\n${far}/2\n${far}/3`).urls.map((url) => url.name)).toEqual([
      'example.org/the-same-long-begin…',
      'example.org/the-same-long-begin… (2)',
      'example.org/the-same-long-begin… (3)',
    ]);
  });
  it('leaves out what is too many, and says how many', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, i) => `https://example.org/${i}`).join('\n');
    expect(parseOwnUrls(lines(12)).problems).toEqual([]);
    expect(parseOwnUrls(lines(13)).problems).toEqual(['At most 12 addresses are fetched; the last one was left out.']);
    const { urls, problems } = parseOwnUrls(lines(15));
    expect(urls).toHaveLength(mostUrls);
    expect(problems).toEqual(['At most 12 addresses are fetched; the last 3 were left out.']);
  });
  it('meets any text with http addresses and sentences, and accounts for every line', () => {
    const line = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.constantFrom('', ' ', 'data:,x', '//example.org', 'http://', 'https://[::1'),
    );
    fc.assert(
      fc.property(
        fc.array(
          line.filter((text) => !/[\r\n]/.test(text)),
          { maxLength: mostUrls },
        ),
        (lines) => {
          const { urls, problems } = parseOwnUrls(lines.join('\n'));
          expect(
            urls.every((url) => /^https?:\/\//.test(url.href) && url.name !== '' && Array.from(url.name).length <= 37),
          ).toBe(true);
          expect(new Set(urls.map((url) => url.name)).size).toBe(urls.length);
          expect(problems.every((problem) => problem.startsWith('Line ') && problem.endsWith('.'))).toBe(true);
          expect(urls.length + problems.length).toBe(lines.filter((text) => text.trim() !== '').length);
        },
      ),
    );
  });
});
