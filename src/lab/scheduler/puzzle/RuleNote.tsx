import { rules, stepHint } from '../explain/granularities';
import type { SteppedPuzzle } from './puzzle';

/** Under which rule the threads of a puzzle change, and what is counted. */
export function RuleNote({ puzzle: { rule = 'gil', time, tasks = false } }: { readonly puzzle: SteppedPuzzle }) {
  return (
    <>
      <p className="hint">
        <strong>Rule: {rules.find(({ id }) => id === rule)?.name}.</strong> One step is {stepHint(rule)}
        {time === 'free' ? ' A sleep ends when you let it.' : null}
        {tasks
          ? ' Another task can go on only where one has to wait. asyncio goes on with the task that was ready first; here you choose, as if each could have become ready sooner or later.'
          : null}
      </p>
      <p className="hint">
        A move is one step of a thread that you choose. A switch is a move of a thread that did not make the move
        before. The main thread goes on by itself, and its steps count as neither.
      </p>
    </>
  );
}
