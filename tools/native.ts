/**
 * Runs programs with the machine's own Python: `python3`, or what the variable PYTHON names. Their `requests` and `aiohttp` are
 * the stand-ins beside this file, which ask a page server on this machine.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { programEnvironment } from './standins/environment.mjs';

const named = process.env['PYTHON'] ?? 'python3';

/** Where that Python itself is: a manager of versions may stand before it with a script, which takes longer than most programs. */
export const python =
  spawnSync(named, ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).stdout?.trim() || named;

const oldest = '3.11';

/** Whether there is a Python that is new enough. */
export const hasPython =
  spawnSync(python, ['-c', `import sys; sys.exit(sys.version_info < (${oldest.replace('.', ',')}))`]).status === 0;

/** Why nothing is run where there is none. */
export const noPython = `${python} is not there, or is older than Python ${oldest}, so the programs were not run.`;

/** A program that has not ended by then never will. */
export const longestRunMs = 60_000;

/** What a program did; one that a signal ended has its number, negative, for its exit status. */
export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly end: 'stopped' | { readonly exit: number | null };
}

/** How long after the text that asks for it Ctrl+C is pressed, so that the program has come to what is to be interrupted. */
export const pressAfterMs = 150;

/** How a program is run; see `Expectation` in src/lessons/expectation.ts. */
export interface NativeWishes {
  /** For a program that never ends. */
  readonly timeoutSeconds?: number | null;
  /** What it may read, line by line. */
  readonly inputs?: readonly string[];
  /** Ctrl+C is pressed after each time that this text came on stdout. */
  readonly interruptAfter?: string | null;
}

/** Runs a program unchanged, in an empty folder, until it ends, or for `timeoutSeconds`. `pagesUrl` is the server that answers its requests. */
export function runNatively(
  path: string,
  pagesUrl: string,
  { timeoutSeconds = null, inputs = [], interruptAfter = null }: NativeWishes = {},
): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'program-'));
  const env = programEnvironment(pagesUrl);
  // What a stopped program still holds in its buffer would be lost, and what asks for Ctrl+C would come too late.
  if (timeoutSeconds !== null || interruptAfter !== null) env['PYTHONUNBUFFERED'] = '1';
  return new Promise((resolve, reject) => {
    const child = spawn(python, [path], { cwd: folder, env, stdio: 'pipe', detached: true });
    // A program that has ended does not read what is left.
    child.stdin.on('error', () => undefined);
    child.stdin.end(inputs.map((line) => `${line}\n`).join(''));
    let stdout = '';
    let stderr = '';
    let stopped = false;
    const press = (): void => {
      // A terminal sends it to the whole group. One that has ended hears nothing.
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        process.kill(-child.pid, 'SIGINT');
    };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const before = timesIn(stdout, interruptAfter);
      stdout += text;
      for (let due = timesIn(stdout, interruptAfter) - before; due > 0; due -= 1) setTimeout(press, pressAfterMs);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const timer = setTimeout(
      () => {
        stopped = true;
        // The whole group, for a program may have started processes of its own.
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      },
      timeoutSeconds === null ? longestRunMs : timeoutSeconds * 1000,
    );
    child.on('error', reject);
    child.on('close', (exit, signal) => {
      clearTimeout(timer);
      rmSync(folder, { recursive: true, force: true });
      resolve({
        stdout,
        stderr,
        end: stopped ? 'stopped' : { exit: signal === null ? exit : -constants.signals[signal] },
      });
    });
  });
}

/** How often a text is in another. */
const timesIn = (whole: string, part: string | null): number => (part === null ? 0 : whole.split(part).length - 1);

/** Turns at something that only a certain number may do at once. */
export interface Turns {
  /** Waits for a turn, and gives what ends it. */
  take(): Promise<() => void>;
  /** Waits until nobody else has a turn, and keeps all of them until what it gives is called. */
  takeAll(): Promise<() => void>;
}

/** Hands out `atOnce` turns, in the order in which they were asked for. */
export function turns(atOnce: number): Turns {
  let free = atOnce;
  const waiting: { readonly wanted: number; readonly begin: () => void }[] = [];
  const handOut = (): void => {
    for (let next = waiting[0]; next !== undefined && next.wanted <= free; next = waiting[0]) {
      waiting.shift();
      free -= next.wanted;
      next.begin();
    }
  };
  const wait = async (wanted: number): Promise<() => void> => {
    await new Promise<void>((begin) => {
      waiting.push({ wanted, begin });
      handOut();
    });
    return () => {
      free += wanted;
      handOut();
    };
  };
  return { take: () => wait(1), takeAll: () => wait(atOnce) };
}
