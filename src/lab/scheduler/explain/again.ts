import type { Deadlock } from '../../../core/schedule/deadlock';
import type { RunResult, StepIndex } from '../../../core/schedule/types';

/** Where a reader has to stand to see some steps of a run again: before and after each of them, and at the end. */
export const placesToShow = (steps: readonly StepIndex[], run: RunResult): readonly StepIndex[] =>
  [...new Set([...steps.flatMap((step) => [step, step + 1]), run.steps.length])].toSorted((a, b) => a - b);

/** The steps by which the threads of a deadlock came to hold what others wait for, the last one of each thread and thing. */
export function acquiring(run: RunResult, { waits }: Pick<Deadlock, 'waits'>): readonly StepIndex[] {
  const found = waits.flatMap(({ object, holders }) =>
    holders.map((holder) =>
      run.steps.findLastIndex(
        ({ thread, accesses }) =>
          thread === holder &&
          accesses.some((access) => access.object === object && (access.kind === 'acquire' || access.kind === 'try')),
      ),
    ),
  );
  return [...new Set(found)].filter((step) => step >= 0).toSorted((a, b) => a - b);
}
