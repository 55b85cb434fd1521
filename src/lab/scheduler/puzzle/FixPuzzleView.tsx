import { Suspense, useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { formatCount } from '../../../core/base/format';
import { lazily } from '../../../ui/lazily';
import { useDraft } from '../../workbench/useDraft';
import { StepPanel } from '../step/StepPanel';
import { useStepper } from '../step/useStepper';
import { Help } from './Help';
import type { FixPuzzle } from './puzzle';
import { sayEvidence, sayVerdict } from './say';
import { TryEvery } from './TryEvery';
import { useFixCheck, type FixCheckView } from './useFixCheck';

const Editor = lazily(() => import('../../workbench/editor/Editor').then((module) => module.Editor));

const Difference = lazily(() => import('./Difference').then((module) => module.Difference));

interface FixPuzzleViewProps {
  readonly puzzle: FixPuzzle;
  /** Called when no schedule of the reader's program fails. */
  onSolved(): void;
  /** Where to go on after a win. */
  readonly onward: ReactNode;
}

/** A program to be mended: the reader edits it, and the page tries every schedule. */
export function FixPuzzleView({ puzzle, onSolved, onward }: FixPuzzleViewProps) {
  const { program, goal, hints, moral, solution } = puzzle;
  const draft = useDraft(program.name, program.source);
  const fix = useFixCheck(puzzle);
  const { check, phase, busy } = fix;
  const view = useStepper();
  const { stepper } = view;
  const [shown, setShown] = useState(false);
  const told = useRef<HTMLDivElement>(null);
  const source = draft.source ?? program.source;
  const stale = fix.source !== null && fix.source !== source;

  const openDraft = useEffectEvent(draft.open);
  useEffect(() => openDraft(), []);
  const tellSolved = useEffectEvent(onSolved);
  // News of a search that goes on are no new verdict.
  const verdict = busy || phase.kind === 'idle' ? null : phase;
  useEffect(() => {
    if (verdict === null) return undefined;
    if (verdict.kind === 'passed') tellSolved();
    if (verdict.kind === 'broken') void stepper.open(verdict.program, verdict.schedule, 0);
    told.current?.scrollIntoView({ block: 'nearest' });
    return () => stepper.close();
  }, [verdict, stepper]);

  const tryAll = (): void => void check.start(source);
  return (
    <>
      <div className="program-editor puzzle-editor">
        <Suspense fallback={<p className="hint">Fetching the editor…</p>}>
          <Editor value={source} onChange={draft.write} label={`Program to mend, ${program.name}`} onRun={tryAll} />
        </Suspense>
        <p className="hint draft-note">
          {draft.trouble !== null
            ? 'This browser does not keep your changes.'
            : draft.source !== null
              ? 'Your version. It is kept in this browser.'
              : 'What you change is kept in this browser.'}{' '}
          {draft.source !== null ? (
            <button type="button" className="link-button" onClick={draft.reset}>
              Back to the beginning
            </button>
          ) : draft.aside !== null ? (
            <button type="button" className="link-button" onClick={draft.restore}>
              Bring my version back
            </button>
          ) : null}
        </p>
      </div>
      <div className="puzzle-goal" ref={told} data-verdict={phase.kind} data-stale={stale}>
        <TryEvery busy={busy} onTry={tryAll} onStop={() => check.stop()}>
          <Progress {...fix} />
        </TryEvery>
        <div role="status">
          {stale && !busy ? <p className="hint">You have changed the program since it was tried.</p> : null}
          {busy || phase.kind === 'idle' ? null : <p className="puzzle-told">{sayVerdict(goal, phase)}</p>}
          {phase.kind === 'passed' ? (
            <details>
              <summary>How that was shown</summary>
              <p>{sayEvidence(phase)}</p>
            </details>
          ) : null}
          {phase.kind === 'passed' ? <p>{moral}</p> : null}
          {phase.kind === 'broken' ? (
            <p>That schedule is laid out below: press Redo to follow it step by step.</p>
          ) : null}
        </div>
        {phase.kind === 'passed' ? onward : null}
      </div>
      <Help
        hints={hints}
        onSolution={() => setShown(!shown)}
        solutionName={shown ? 'Hide the solution' : 'Show me a solution'}
        solution={
          shown ? (
            <Suspense fallback={<p className="hint">Fetching the comparison…</p>}>
              <Difference original={program.source} mended={solution} onUse={() => draft.write(solution)} />
            </Suspense>
          ) : null
        }
        won={phase.kind === 'passed' && !stale}
      />
      {phase.kind === 'broken' ? (
        <StepPanel view={view} source={phase.program.source} label={`What breaks ${program.name}`} failed />
      ) : null}
    </>
  );
}

/** How far the check is, in numbers. */
function Progress({ phase, tried }: FixCheckView) {
  switch (phase.kind) {
    case 'starting':
      return (
        <p className="puzzle-status">
          {phase.boot === null ? 'Python reads your program…' : `${phase.boot.words}…`}
          {phase.boot === null ? null : <progress max={1} value={phase.boot.fraction} aria-label={phase.boot.words} />}
        </p>
      );
    case 'trying':
      return (
        <p className="puzzle-status numeric">
          <strong>{formatCount(tried)}</strong> kinds of schedules tried
        </p>
      );
    case 'simplifying':
      return <p className="puzzle-status">One of them fails. Looking for the simplest one that fails…</p>;
    default:
      return null;
  }
}
