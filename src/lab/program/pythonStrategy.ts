import { StrategyFailure, type StrategyReport } from '../../core/experiment/experiment';
import { usualSwitchIntervalMs } from '../../core/base/switchInterval';
import type { PythonOutcome } from '../../core/python/python';
import { fetchedWords, type PythonFetched } from '../../core/python/pythonNetwork';
import type { Millis } from '../../core/base/time';
import { pagePython } from '../../runtime/python/pagePython';
import { epochNow } from '../../core/base/clock';
import { orStopped, stoppedError } from '../../runtime/stopping';
import type { RunStrategy } from '../../runtime/engines/strategy';
import { sourceOf, type Program } from '../workbench/program';

/** Of a longer text the end is kept: that is where the result stands. */
const mostPrinted = 4000;

/** The settings that a program in the page heeds. */
interface PythonSettings {
  readonly switchIntervalMs?: Millis;
  /** Of the pages of this site that answer in the place of those that the program names. */
  readonly latencyMs?: Millis;
}

/** Makes a strategy of a program: Python in the page runs it as it is. */
export function pythonStrategy(program: Program): RunStrategy<PythonSettings> {
  return async ({ switchIntervalMs = usualSwitchIntervalMs, latencyMs }, { signal, begin, emit, progress }) => {
    const startedAt = epochNow();
    const abilities = await orStopped(pagePython.boot(progress), signal);
    let prepareMs = 0;
    let printed = '';
    const fetched: PythonFetched[] = [];
    const outcome = await pagePython.run(
      {
        source: sourceOf(program),
        fileName: program.name,
        switchIntervalMs,
        ...(latencyMs === undefined ? {} : { pageLatencyMs: latencyMs }),
      },
      {
        begin(at) {
          prepareMs = at - startedAt;
          progress(0);
          begin(at);
        },
        events: emit,
        output(pieces) {
          for (const { text } of pieces) printed += text;
          if (printed.length > 2 * mostPrinted) printed = printed.slice(-mostPrinted);
        },
        ask: () => Promise.resolve(null),
        answered: (one) => void fetched.push(one),
      },
      signal,
    );
    return {
      ...reportOf(outcome),
      prepareMs,
      printed: printed.slice(-mostPrinted),
      how: [
        `${program.name} ran unchanged on CPython ${abilities.version}, compiled to WebAssembly (Pyodide), with a switch interval of ${switchIntervalMs} ms.`,
        ...fetchedWords(fetched),
      ],
    };
  };
}

function reportOf(outcome: PythonOutcome): Omit<StrategyReport, 'prepareMs' | 'how' | 'printed'> {
  switch (outcome.status) {
    case 'finished':
      return {
        elapsedMs: outcome.elapsedMs,
        workers: 1,
        facts: [],
        problems: outcome.exitCode === 0 ? [] : [`The program ended with exit code ${outcome.exitCode}.`],
      };
    case 'stopped':
      throw stoppedError();
    case 'deadlock':
      throw new StrategyFailure(`Deadlock: ${outcome.words}`);
    case 'failed':
      throw new StrategyFailure(outcome.line === null ? outcome.reason : `Line ${outcome.line}: ${outcome.reason}`);
  }
}
