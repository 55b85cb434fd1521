/** What a decision can lead to. `none` means that no concurrency helps here. */
export type Tool = 'threads' | 'processes' | 'asyncio' | 'mix' | 'none';

/** The end of a path: a tool, why, and where the reader can see it happen. */
export interface Advice {
  readonly kind: 'advice';
  readonly tool: Tool;
  /** What to use, in a few words: "Threads, from a pool". */
  readonly title: string;
  /** One sentence. */
  readonly reason: string;
  /** The experiment that shows why. */
  readonly see: { readonly lesson: string; readonly experiment: string; readonly title: string };
}

export interface Choice {
  /** Unique within its question. */
  readonly id: string;
  readonly text: string;
  readonly next: Decision | Advice;
}

export interface Decision {
  readonly kind: 'decision';
  readonly text: string;
  readonly choices: readonly Choice[];
}

/** A question on the reader's path, and what was chosen there; the last may still be open. */
export interface AskedQuestion {
  readonly decision: Decision;
  readonly chosen: string | null;
}

/** Where a list of chosen ids leads. What does not fit the tree, and all that follows it, is ignored. */
export function follow(
  start: Decision,
  chosen: readonly string[],
): { readonly asked: readonly AskedQuestion[]; readonly advice: Advice | null } {
  const [id, ...rest] = chosen;
  const choice = start.choices.find((candidate) => candidate.id === id);
  if (choice === undefined) return { asked: [{ decision: start, chosen: null }], advice: null };
  const here: AskedQuestion = { decision: start, chosen: choice.id };
  if (choice.next.kind === 'advice') return { asked: [here], advice: choice.next };
  const further = follow(choice.next, rest);
  return { asked: [here, ...further.asked], advice: further.advice };
}

/** The path after answering the question at `depth` (0 is the first); later answers belonged to the old path and go. */
export const answerAt = (chosen: readonly string[], depth: number, id: string): readonly string[] => [
  ...chosen.slice(0, depth),
  id,
];

/** Every path through the tree, as chosen ids, with where it ends. */
export function paths(start: Decision): readonly { readonly chosen: readonly string[]; readonly advice: Advice }[] {
  return start.choices.flatMap(({ id, next }) =>
    next.kind === 'advice'
      ? [{ chosen: [id], advice: next }]
      : paths(next).map(({ chosen, advice }) => ({ chosen: [id, ...chosen], advice })),
  );
}
