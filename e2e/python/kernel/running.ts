import { readFileSync } from 'node:fs';
import { expect, type Kind, type OpenPython } from '../../support/python';

/** The text of a program beside this file. */
export const source = (name: string): string => readFileSync(new URL(`${name}.py`, import.meta.url), 'utf8');

const smallProgram =
  'import threading\nthread = threading.Thread(target=print, args=("fine",))\nthread.start()\nthread.join()';

/** Runs a small program after another, to show that nothing of that one is left. */
export async function expectNextRunWorks(python: OpenPython): Promise<void> {
  const next = await python.run(smallProgram);
  expect(next).toMatchObject({ outcome: { status: 'finished' }, stdout: 'fine\n', stderr: '' });
}

const checked = new Map<string, ReturnType<OpenPython['run']>>();

/** Runs one of the checks, once for the tests of what it prints and of its trace. */
export function runCheck(python: OpenPython, name: string, kind: Kind): ReturnType<OpenPython['run']> {
  const key = `${name} ${kind}`;
  const ran = checked.get(key) ?? python.run(source(name) + source('check'), { fileName: `${name}.py` });
  checked.set(key, ran);
  return ran;
}
