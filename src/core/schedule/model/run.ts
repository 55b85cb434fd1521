import { isTimeout } from '../dependence';
import { Frontier, type SearchSummary } from '../frontier';
import { Guide } from '../guide';
import { threadObject } from '../objectNames';
import type { SearchOptions } from '../search';
import type { Accesses, RunResult, Step, SwitchPoint, WorkItem } from '../types';
import { Machine } from './machine';
import type { Program } from './program';

/** What a runner of the model may be asked for. */
export interface ModelOptions {
  /** Names every state, so that the guide sees when a run goes in a circle. */
  readonly named?: boolean;
  /** What it tells of next steps: what they will do, more than that, or nothing unless they are blocked. */
  readonly knows?: 'all' | 'more' | 'nothing';
  /** How many instructions a step may take, as a line of a program does: a step then begins with the only one that may block. Implies that next steps are not known. */
  readonly perStep?: number;
}

const superfluous: Accesses = [{ object: 'x', kind: 'write' }];

/** All that a step of the program could do after what may block: who does not know better must fear it. */
const anything = ({ objects, bodies }: Program): Accesses =>
  [...Object.keys(objects), ...bodies.map((_, body) => threadObject(body)), 'threads', 'stdout'].map((object) => ({
    object,
    kind: 'write',
  }));

function veil(point: SwitchPoint, program: Program, { knows = 'all', perStep = 1 }: ModelOptions): SwitchPoint {
  const known = perStep === 1 ? knows : 'nothing';
  if (known === 'all') return point;
  const next = point.next.map((accesses, thread) => {
    if (accesses === undefined || accesses === null || !point.enabled.includes(thread)) return accesses;
    if (known === 'more') return [...accesses, ...superfluous];
    if (!isTimeout(accesses)) return null;
    return perStep === 1 ? accesses : [...accesses, ...anything(program)];
  });
  return { ...point, next };
}

/** Makes runs of a program, as a worker with an interpreter would. */
export function runner(program: Program, options: ModelOptions = {}): (item: WorkItem) => RunResult {
  return (item) => {
    const machine = new Machine(program);
    const guide = new Guide(item);
    const steps: Step[] = [];
    let accesses: Accesses = [];
    for (;;) {
      const seen = veil(machine.point(), program, options);
      const point = options.named === true ? { ...seen, state: machine.name() } : seen;
      if (point.enabled.length === 0) return { steps, end: point, outcome: machine.outcome() };
      const choice = guide.choose(point, accesses);
      if (choice.kind === 'stop')
        return {
          steps,
          end: point,
          outcome: choice.why === 'redundant' ? null : { kind: 'abandoned', why: choice.why },
        };
      accesses = machine.take(choice.thread);
      for (let more = 1; more < (options.perStep ?? 1) && machine.isPlain(choice.thread); more += 1)
        accesses = [...accesses, ...machine.take(choice.thread)];
      steps.push({ thread: choice.thread, point, accesses });
    }
  };
}

/** Searches with one runner, until nothing is left or the bound is met; `seen` is told of every run. */
export function explore(
  run: (item: WorkItem) => RunResult,
  options: SearchOptions,
  seen?: (result: RunResult) => void,
): SearchSummary {
  const frontier = new Frontier(options);
  for (let item = frontier.next(); item !== null; item = frontier.next()) {
    const result = run(item);
    seen?.(result);
    frontier.report(item, result);
  }
  return frontier.summary();
}
