import { isGlobal } from './dependence';
import { stillAsleep } from './guide';
import { findRaces, type Race } from './races';
import type { Branch, SearchTree } from './search';
import type { Accesses, RunResult, Sleeper, Step, StepIndex, SwitchPoint, ThreadIndex } from './types';

/** A thread that is tried, or to be tried, at a node. */
interface Child {
  readonly thread: ThreadIndex;
  /** What its step does there; null while that is not known. */
  accesses: Accesses | null;
}

/** A state on the way of a run that may yet be left in another direction. */
interface Node {
  readonly parent: Node | null;
  /** Who was chosen at the parent, */
  readonly by: ThreadIndex;
  /** and what that step did. */
  readonly did: Accesses;
  readonly depth: number;
  readonly point: SwitchPoint;
  readonly sleep: readonly Sleeper[];
  /** Who slept at the parent, and was woken by that step. */
  readonly woken: readonly Sleeper[];
  /** In the order of being wanted. Each sleeps in what its later siblings lead to. */
  readonly children: Child[];
}

/**
 * Dynamic partial-order reduction with source sets and sleep sets: Source-DPOR (Abdulla, Aronis, Jonsson and Sagonas, "Optimal dynamic partial order
 * reduction", POPL 2014, algorithm 1; "Source sets", JACM 2017). It descends from Flanagan and Godefroid (POPL 2005) and from Godefroid's sleep sets (1996).
 *
 * Two schedules are equivalent (Mazurkiewicz) if one becomes the other by swapping neighbours that do not conflict; equivalent schedules end alike. The search
 * takes one run, looks for races in it, and plans at each the reversed order. What the paper proves for programs whose threads do not block each other: at
 * least one schedule of each class is made; by the sleep sets, at most one is made to its end. So `schedules` is the number of classes, every outcome and every
 * deadlock is met, and what is left of redundant work are runs stopped on the way, all of whose enabled threads sleep.
 * Where a next step is not known when a run is planned, its thread does not sleep, and a class may be made more than once.
 *
 * A step here has several accesses, and which they are may depend on what it reads; an event of the paper does the same in whatever order it comes. So a sleeper that
 * is woken by a step may do other things after it than before it. What comes later in the run, does not depend on that step, and conflicts with what the sleeper
 * would have done, could have come before both: neither the sleeper's earlier run has that order, nor do the races of what it does now show it. It counts as a race
 * with the step that woke the sleeper (`racesBeforeWaking`). A thread that is tried at a node needs no such rule: the races in its own runs from there show what must come before it.
 *
 * Blocking is an addition here, and tested rather than proven (`reducedTree.test.ts`: thousands of generated programs, their outcomes and the number of their
 * classes counted by the full search):
 * - Two steps that can never both be chosen (a release and the acquire that waits for it) are no race, and are looked through: the race is with
 *   the acquire before. Taking that release for the latest race, and ending the search there, is how deadlocks get lost.
 * - The next step of each thread that is blocked or left over at the end of a run takes part in races as if it came last.
 * - If none of a race's initials is enabled at its place, everyone who is enabled is tried there (Flanagan and Godefroid's rule).
 * - Where time passes or the program exits, everyone who is enabled is tried.
 *
 * Runs are taken in any order: a race adds to nodes of its own run only, and a child sleeps in later siblings' subtrees from the moment of being wanted.
 */
export function reducedTree(): SearchTree {
  const waiting: { readonly node: Node; readonly index: number }[] = [];
  let begun = false;

  function want(node: Node, thread: ThreadIndex): void {
    node.children.push({ thread, accesses: node.point.next[thread] ?? null });
    waiting.push({ node, index: node.children.length - 1 });
  }

  /** Whether what begins with this thread is tried already, here or in an earlier sibling of a node above. */
  const isTried = (node: Node, thread: ThreadIndex): boolean =>
    node.children.some((child) => child.thread === thread) || node.sleep.some((sleeper) => sleeper.thread === thread);

  function wantEveryone(node: Node): void {
    for (const thread of node.point.enabled) if (!isTried(node, thread)) want(node, thread);
  }

  function reverse(node: Node, { initials }: Race): void {
    if (initials.some((thread) => isTried(node, thread))) return;
    const able = initials.find((thread) => node.point.enabled.includes(thread));
    if (able === undefined) wantEveryone(node);
    else want(node, able);
  }

  /**
   * The nodes of a run: those above its branch, and new ones for what came after. `asleep` is who slept in it: with what has become known since, more might, but
   * then the run may have taken steps of sleepers, and what its races show would be held against nodes that were never left in that way.
   */
  function nodesOf(result: RunResult, fork: Node | null, asleep: readonly Sleeper[]): Node[] {
    const nodes: Node[] = [];
    for (let node = fork; node !== null; node = node.parent) nodes[node.depth] = node;
    for (let at = nodes.length; at < result.steps.length; at += 1) {
      const step = result.steps[at];
      const parent = nodes[at - 1] ?? null;
      const before = result.steps[at - 1];
      if (step === undefined) break;
      let sleep: readonly Sleeper[] = [];
      let woken: readonly Sleeper[] = [];
      if (parent !== null && before !== undefined) {
        const slept = parent === fork ? asleep : parent.sleep;
        sleep = stillAsleep(slept, before.thread, before.accesses);
        woken = wakes(slept, before.thread, before.accesses);
      }
      nodes.push({
        parent,
        by: before?.thread ?? -1,
        did: before?.accesses ?? [],
        depth: at,
        point: step.point,
        sleep,
        woken,
        children: [{ thread: step.thread, accesses: step.accesses }],
      });
    }
    return nodes;
  }

  function grow(fork: Node | null, asleep: readonly Sleeper[], result: RunResult): void {
    const last = fork === null ? undefined : result.steps[fork.depth];
    const child = fork?.children.find(({ thread }) => thread === last?.thread);
    if (child !== undefined && last !== undefined) child.accesses = last.accesses;
    const nodes = nodesOf(result, fork, asleep);
    const from = fork?.depth ?? 0;
    // Of the steps before, the nodes know more than the runner need tell.
    const steps = result.steps.map((step, at) => (at < from ? stepFrom(nodes[at], nodes[at + 1], step) : step));
    const wokenBy = (at: StepIndex): readonly Sleeper[] => {
      const step = result.steps[at];
      const slept = at === from ? asleep : nodes[at]?.sleep;
      if (at < from || step === undefined || slept === undefined) return nodes[at + 1]?.woken ?? [];
      return wakes(slept, step.thread, step.accesses);
    };
    findRaces({ ...result, steps }, from, wokenBy, (race) => {
      const node = nodes[race.at];
      if (node !== undefined) reverse(node, race);
    });
    for (let at = from; at < result.steps.length; at += 1) {
      const node = nodes[at];
      if (node !== undefined && isGlobal(result.steps[at]?.accesses ?? [])) wantEveryone(node);
    }
  }

  return {
    pop(): Branch | undefined {
      if (!begun) {
        begun = true;
        return { prefix: [], sleep: [], grow: (result) => grow(null, [], result) };
      }
      const next = waiting.pop();
      if (next === undefined) return undefined;
      const { node, index } = next;
      const sleep = asleepBefore(node, index);
      return { prefix: prefixOf(node, index), sleep, grow: (result) => grow(node, sleep, result) };
    },
    advance: () => false,
    level: null,
  };
}

/** Who of those who sleep is woken by a step of another. */
function wakes(asleep: readonly Sleeper[], thread: ThreadIndex, accesses: Accesses): readonly Sleeper[] {
  const still = stillAsleep(asleep, thread, accesses);
  return asleep.filter((sleeper) => sleeper.thread !== thread && !still.includes(sleeper));
}

const stepFrom = (node: Node | undefined, next: Node | undefined, otherwise: Step): Step =>
  node === undefined || next === undefined ? otherwise : { thread: next.by, point: node.point, accesses: next.did };

/** Who sleeps when a node is left by the child at `index`. A sibling whose step is not known does not: it would have to be woken at once. */
function asleepBefore(node: Node, index: number): readonly Sleeper[] {
  const siblings = node.children
    .slice(0, index)
    .flatMap(({ thread, accesses }) => (accesses === null ? [] : [{ thread, accesses }]));
  return siblings.length === 0 ? node.sleep : [...node.sleep, ...siblings];
}

function prefixOf(node: Node, index: number): ThreadIndex[] {
  const prefix: ThreadIndex[] = [node.children[index]?.thread ?? -1];
  for (let at = node; at.parent !== null; at = at.parent) prefix.push(at.by);
  return prefix.toReversed();
}
