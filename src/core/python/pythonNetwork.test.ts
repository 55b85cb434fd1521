import { describe, expect, it } from 'vitest';
import { fetchedWords, playedWords } from './pythonNetwork';

describe('fetchedWords', () => {
  it('says who answered, and when', () => {
    const words = fetchedWords([
      { host: 'www.python.org', by: 'service worker', elapsedMs: 1004 },
      { host: 'www.python.org', by: 'service worker', elapsedMs: 1022 },
      { host: 'peps.python.org', by: 'service worker', elapsedMs: 1100 },
      { host: 'docs.python.org', by: 'timer', elapsedMs: 1000 },
      { host: 'example.org', by: 'network', elapsedMs: 85 },
      { host: 'reader.example', by: 'own page', elapsedMs: 500 },
    ]).map((line) => line.replaceAll('\u00a0', ' '));
    expect(words).toEqual([
      'example.org (after 85 ms) answered over the network.',
      'reader.example (after 500 ms): pages of this site, which the program named.',
      'www.python.org (after 1.00 s to 1.02 s) and peps.python.org (after 1.10 s): pages of this site answered in their place, from the service worker; nothing went over the network.',
      'docs.python.org (after 1.00 s): a page of this site answered in its place, by a timer, as there is no service worker here; nothing went over the network.',
    ]);
  });
  it('says nothing of no requests', () => expect(fetchedWords([])).toEqual([]));
});

describe('playedWords', () => {
  it('names the sites in whose place this one answered, each once', () => {
    const played = (host: string) => ({ host, by: 'timer', elapsedMs: 1 }) as const;
    expect(playedWords([played('a.example')])).toBe(
      'A page of this site answered in the place of a.example, which was not asked.',
    );
    expect(playedWords(['a', 'b', 'a', 'c'].map(played))).toContain(
      'in the place of a, b and c, which were not asked.',
    );
    expect(playedWords([{ host: 'a.example', by: 'network', elapsedMs: 1 }])).toBeNull();
  });
});
