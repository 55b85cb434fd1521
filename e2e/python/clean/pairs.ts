import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PythonOutcome } from '../../../src/core/python/python';

/** How two programs may follow each other. README.md says which pairs are left out of which. */
export type Mode = 'runs' | 'children' | 'steps';

/** Two programs: the first changes something, the second must not notice. */
export interface Pair {
  readonly name: string;
  readonly modes: readonly Mode[];
  readonly first: string;
  readonly second: string;
  /** What the second prints in an interpreter of its own, and how it ends where that is not exit code 0. */
  readonly expected: string;
}

const folder = fileURLToPath(new URL('.', import.meta.url));

/** The text of a file in this folder. */
export const fileBeside = (name: string): string => readFileSync(`${folder}${name}`, 'utf8');

/** All pairs of all files in this folder. */
export const pairs: readonly Pair[] = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .sort()
  .flatMap((file) => fileBeside(file).split(/^### /mu).slice(1).map(parsePair));

/** The pairs whose programs may follow each other in this way, by name. */
export const pairsIn = (mode: Mode): [name: string, pair: Pair][] =>
  pairs.filter(({ modes }) => modes.includes(mode)).map((pair) => [pair.name, pair]);

/** What is expected of a program that runs as a child, which tells no more than its exit code of how it ended. */
export const asChild = (expected: string): string => expected.replace(/^=== failed .*$/mu, '=== exit 1');

/** What one program printed and how it ended, as in a pair's `expected`. Addresses of objects say nothing. */
export function inWords(stdout: string, end: string): string {
  const lines = stdout === '' || stdout.endsWith('\n') ? stdout : `${stdout}\n`;
  return `${lines.replaceAll(/0x[0-9a-f]+/gu, '0x0')}${end === 'exit 0' ? '' : `=== ${end}\n`}`;
}

/** How a run ended, in words. */
export function endOf(outcome: PythonOutcome | { readonly status: 'hung' | 'crashed' }): string {
  switch (outcome.status) {
    case 'finished':
      return `exit ${outcome.exitCode}`;
    case 'failed':
      return `failed ${outcome.reason}`;
    default:
      return outcome.status;
  }
}

/** `name (runs, children)`, the first program, `---`, the second, `===`, what is expected. */
function parsePair(text: string): Pair {
  const found = /^(?<name>\w+) \((?<modes>[a-z, ]+)\)\n(?<first>.*?)^---\n(?<second>.*?)^===\n(?<expected>.*)$/msu.exec(
    text,
  )?.groups;
  if (found === undefined) throw new Error(`Not a pair of programs: ${text.slice(0, 80)}`);
  const { name = '', modes = '', first = '', second = '', expected = '' } = found;
  return { name, modes: modes.split(', ') as Mode[], first, second, expected };
}

/** A program that runs these, each in a process of its own, one after the other. */
export const inChildren = (programs: readonly string[]): string =>
  fileBeside('children.py').replace('PROGRAMS = []', () => `PROGRAMS = ${JSON.stringify(programs)}`);
