import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { difference, parseExpectation, type Expectation } from '../../../src/lessons/expectation';
import { longestRunMs, runNatively, type Ran } from '../../../tools/native';
import type { PythonTab } from '../tab';

/** The programs in a folder and those within it, sorted by path. */
export function programsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.py'))
    .sort()
    .map((path) => join(folder, path));
}

const expectationPath = (program: string): string => program.replace(/\.py$/u, '.expect.txt');
const expectationText = (program: string): string => readFileSync(expectationPath(program), 'utf8');

export const hasExpectation = (program: string): boolean => existsSync(expectationPath(program));

/** What a program's expectation says of comparing two runs of it. */
export function remarksOf(program: string): Readonly<Record<'varies' | 'anyOrder' | 'timed', boolean>> {
  const text = expectationText(program);
  return {
    varies: /^# varies: ./mu.test(text),
    anyOrder: /^# any order: ./mu.test(text),
    timed: /^# timed: ./mu.test(text),
  };
}

/** Runs a program with the machine's Python; `pagesUrl` is the server that answers its requests. */
export function runHere(program: string, pagesUrl: string): Promise<Ran> {
  return runNatively(program, pagesUrl, parseExpectation(expectationText(program)));
}

/** Runs a program in a page. It ends like a native run, in which a deadlock is a program that must be stopped. */
export async function runInPage(tab: PythonTab, program: string): Promise<Ran> {
  const { timeoutSeconds, inputs, interruptAfter } = parseExpectation(expectationText(program));
  const { outcome, stdout, stderr } = await tab.run(readFileSync(program, 'utf8'), {
    fileName: basename(program),
    timeoutMs: longestRunMs,
    answers: inputs,
    ...(interruptAfter === null ? {} : { interruptAfter }),
    ...(timeoutSeconds === null ? {} : { stopAfterMs: timeoutSeconds * 1000 }),
  });
  switch (outcome.status) {
    case 'finished':
      return { stdout, stderr, end: { exit: outcome.exitCode } };
    case 'failed':
      // CPython ends itself by SIGINT then, so that a shell learns what ended it.
      return { stdout, stderr, end: { exit: outcome.reason === 'KeyboardInterrupt' ? -2 : 1 } };
    case 'stopped':
    case 'deadlock':
      return { stdout, stderr, end: 'stopped' };
    default:
      throw new Error(`${basename(program)} in the page: ${JSON.stringify(outcome)}\n${stdout}\n${stderr}`);
  }
}

/** How a run differs from what is expected of the program. */
export const faultsOf = (program: string, ran: Ran): readonly string[] =>
  differences(parseExpectation(expectationText(program)), ran);

/** Whether nothing but a number is out of its bounds, as a time may be on a busy machine. */
export const isRightButForNumbers = (program: string, ran: Ran): boolean =>
  differences(parseExpectation(anyNumbers(expectationText(program))), ran).length === 0;

/** An expectation without its bounds. */
const anyNumbers = (expectation: string): string =>
  expectation.replaceAll(/<-?[\d.]+\.\.-?[\d.]+>/gu, '<-1000000000..1000000000>');

function differences(expectation: Expectation, { stdout, stderr, end }: Ran): readonly string[] {
  const expectedEnd = expectation.timeoutSeconds === null ? `exit ${expectation.exit}` : 'stopped';
  const foundEnd = end === 'stopped' ? end : `exit ${end.exit}`;
  return [
    difference(expectation, stdout),
    expectation.stderr.test(stderr) ? null : `stderr does not match ${expectation.stderr.source}:\n${stderr}`,
    foundEnd === expectedEnd ? null : `${foundEnd}; expected ${expectedEnd}`,
  ].filter((fault) => fault !== null);
}
