import { Suspense, useEffect, useEffectEvent, useRef, useState } from 'react';
import { formatCount } from '../../../core/base/format';
import { lazily } from '../../../ui/lazily';
import { useDraft } from '../../workbench/useDraft';
import { StepPanel } from '../step/StepPanel';
import { useStepper } from '../step/useStepper';
import { Help } from './Help';
import type { FixPuzzle } from './puzzle';
import { sayVerdict } from './say';
import { TryEvery } from './TryEvery';
import { useFixCheck, type FixCheckView } from './useFixCheck';

const Editor = lazily(() => import('../../workbench/editor/Editor').then((module) => module.Editor));

interface FixPuzzleViewProps {
  readonly puzzle: FixPuzzle;
  /** Called when no schedule of the reader's program fails. */
  onSolved(): void;
}

/** A program to be mended: the reader edits it, and the page tries every schedule. */
export function FixPuzzleView({ puzzle, onSolved }: FixPuzzleViewProps) {
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
          {phase.kind === 'passed' ? <p>{moral}</p> : null}
          {phase.kind === 'broken' ? (
            <p>That schedule is laid out below: press Redo to follow it step by step.</p>
          ) : null}
        </div>
      </div>
      <Help
        hints={hints}
        shown={shown}
        onSolution={() => setShown(!shown)}
        solution={
          <figure className="code puzzle-solution">
            <figcaption>One way to mend it</figcaption>
            {/* The keyboard must be able to scroll long lines. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <pre tabIndex={0} role="group" aria-label="A solution">
              <code>{solution}</code>
            </pre>
          </figure>
        }
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
