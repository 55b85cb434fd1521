import { Frontier, type SearchSummary } from '../frontier';
import { Guide } from '../guide';
import type { SearchOptions } from '../search';
import type { Accesses, RunResult, Step, WorkItem } from '../types';
import { Machine } from './machine';
import type { Program } from './program';

/** What a runner of the model may be asked for. */
export interface ModelOptions {
  /** Names every state, so that the guide sees when a run goes in a circle. */
  readonly named?: boolean;
}

/** Makes runs of a program, as a worker with an interpreter would. */
export function runner(program: Program, { named = false }: ModelOptions = {}): (item: WorkItem) => RunResult {
  return (item) => {
    const machine = new Machine(program);
    const guide = new Guide(item);
    const steps: Step[] = [];
    let accesses: Accesses = [];
    for (;;) {
      const point = named ? { ...machine.point(), state: machine.name() } : machine.point();
      if (point.enabled.length === 0) return { steps, end: point, outcome: machine.outcome() };
      const choice = guide.choose(point, accesses);
      if (choice.kind === 'stop') return { steps, end: point, outcome: choice.why === 'redundant' ? null : { kind: 'abandoned', why: choice.why } };
      accesses = machine.take(choice.thread);
      steps.push({ thread: choice.thread, point, accesses });
    }
  };
}

/** Searches with one runner, until nothing is left or the bound is met; `seen` is told of every run. */
export function explore(run: (item: WorkItem) => RunResult, options: SearchOptions, seen?: (result: RunResult) => void): SearchSummary {
  const frontier = new Frontier(options);
  for (let item = frontier.next(); item !== null; item = frontier.next()) {
    const result = run(item);
    seen?.(result);
    frontier.report(item, result);
  }
  return frontier.summary();
}
