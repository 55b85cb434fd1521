import { Suspense, useEffect, useEffectEvent, useState, type ReactNode, type RefObject } from 'react';
import { lazily } from '../../../ui/lazily';
import type { DraftView } from '../../workbench/useDraft';
import { DraftNote } from './DraftNote';
import { Help } from './Help';
import type { MendPuzzle } from './puzzle';

const Editor = lazily(() => import('../../workbench/editor/Editor').then((module) => module.Editor));

const Difference = lazily(() => import('./Difference').then((module) => module.Difference));

interface MendBenchProps {
  readonly puzzle: MendPuzzle;
  readonly draft: DraftView;
  /** The button that tries what the reader has written, among the children. */
  readonly button: RefObject<HTMLButtonElement | null>;
  /** Called by the keys for that. */
  onTry(): void;
  /** Where to go on after a win; null before it. */
  readonly onward: ReactNode;
  /** What is pressed, and what comes of it. */
  readonly children: ReactNode;
}

/** A program to be mended: its editor, and beside it what is pressed, hints, and a solution that can be used. */
export function MendBench({ puzzle, draft, button, onTry, onward, children }: MendBenchProps) {
  const { program, hints, solution } = puzzle;
  const [shown, setShown] = useState(false);
  const openDraft = useEffectEvent(draft.open);
  useEffect(() => openDraft(), []);
  const useSolution = (): void => {
    draft.write(solution);
    setShown(false);
    // What comes next stands beside the program that has changed.
    button.current?.focus({ preventScroll: true });
    button.current?.scrollIntoView({ block: 'center' });
  };
  return (
    <div className="puzzle-mend">
      <div className="program-editor puzzle-editor">
        <Suspense fallback={<p className="hint">Fetching the editor…</p>}>
          <Editor
            value={draft.source ?? program.source}
            onChange={draft.write}
            label={`Program to mend, ${program.name}`}
            onRun={onTry}
          />
        </Suspense>
        <DraftNote draft={draft} />
      </div>
      <div className="puzzle-side">
        {children}
        <Help
          hints={hints}
          onSolution={() => setShown(!shown)}
          solutionName={shown ? 'Hide the solution' : 'Show me a solution'}
          solution={
            shown ? (
              <Suspense fallback={<p className="hint">Fetching the comparison…</p>}>
                <Difference original={program.source} mended={solution} onUse={useSolution} />
              </Suspense>
            ) : null
          }
          onward={onward}
        />
      </div>
    </div>
  );
}
