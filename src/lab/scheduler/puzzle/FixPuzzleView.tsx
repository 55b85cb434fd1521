import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import { canSuspend } from '../../../runtime/schedules/pythonSchedules';
import { useDraft } from '../../workbench/useDraft';
import { StepPanel } from '../step/StepPanel';
import { useStepper } from '../step/useStepper';
import { FixProgress } from './FixProgress';
import { FixVerdict } from './FixVerdict';
import { MendBench } from './MendBench';
import type { FixPuzzle, MendProof } from './puzzle';
import { TryEvery } from './TryEvery';
import { useFixCheck } from './useFixCheck';

interface FixPuzzleViewProps {
  readonly puzzle: FixPuzzle;
  /** Called when no schedule of the reader's program fails. */
  onSolved(proof: MendProof): void;
  /** Where to go on after a win. */
  readonly onward: ReactNode;
}

/** A program to be mended: the reader edits it, and the page tries every schedule. */
export function FixPuzzleView({ puzzle, onSolved, onward }: FixPuzzleViewProps) {
  const { program, goal, moral } = puzzle;
  const draft = useDraft(program.name, program.source);
  const fix = useFixCheck(puzzle);
  const { check, phase, busy } = fix;
  const view = useStepper();
  const { stepper } = view;
  const told = useRef<HTMLDivElement>(null);
  const tryButton = useRef<HTMLButtonElement>(null);
  const board = useRef<HTMLDivElement>(null);
  const source = draft.source ?? program.source;
  const stale = fix.source !== null && fix.source !== source;
  const won = phase.kind === 'passed' && !stale;

  const tellSolved = useEffectEvent(onSolved);
  // News of a search that goes on are no new verdict.
  const verdict = busy || phase.kind === 'idle' ? null : phase;
  useEffect(() => {
    if (verdict === null) return undefined;
    if (verdict.kind === 'passed')
      tellSolved({ kind: 'schedules', gil: verdict.gil, freeThreaded: verdict.freeThreaded });
    if (verdict.kind === 'broken') void stepper.open(verdict.program, verdict.schedule, 0);
    told.current?.scrollIntoView({ block: 'nearest' });
    return () => stepper.close();
  }, [verdict, stepper]);

  const tryAll = (): void => void check.start(source);
  const follow = (): void => {
    board.current?.scrollIntoView({ block: 'start' });
    board.current?.querySelector<HTMLElement>('.step-panel')?.focus({ preventScroll: true });
  };
  return (
    <>
      <MendBench puzzle={puzzle} draft={draft} button={tryButton} onTry={tryAll} onward={won ? onward : null}>
        <div className="puzzle-goal" ref={told} data-verdict={phase.kind} data-stale={stale}>
          <TryEvery
            busy={busy}
            minor={won}
            impossible={
              canSuspend() ? null : 'You can edit the program and read a solution here, but trying its schedules'
            }
            button={tryButton}
            onTry={tryAll}
            onStop={() => check.stop()}
          >
            <FixProgress {...fix} />
          </TryEvery>
          <FixVerdict goal={goal} phase={phase} busy={busy} stale={stale} moral={moral} onFollow={follow} />
        </div>
      </MendBench>
      {phase.kind === 'broken' ? (
        <div className="puzzle-board" ref={board}>
          <StepPanel view={view} source={phase.program.source} label={`What breaks ${program.name}`} failed />
        </div>
      ) : null}
    </>
  );
}
