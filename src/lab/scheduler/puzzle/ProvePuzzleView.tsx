import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { formatCount } from '../../../core/base/format';
import type { SearchSummary } from '../../../core/schedule/frontier';
import { scheduleOf } from '../../../core/schedule/types';
import { canSuspend } from '../../../runtime/schedules/pythonSchedules';
import { useExploration, type ExplorationView } from '../explore/useExploration';
import { StepPanel } from '../step/StepPanel';
import { tallyOf } from './goals';
import { Help } from './Help';
import { proofOptions, proofProgram, standingOf } from './proof';
import type { ProvePuzzle } from './puzzle';
import { RuleNote } from './RuleNote';
import { saySpent, sayInVain, sayProof } from './say';
import { sayGoal } from './sayGoal';
import { toMove } from './toMove';
import { TryEvery } from './TryEvery';
import { useKeptMoves, useSteppedPuzzle } from './useSteppedPuzzle';

interface ProvePuzzleViewProps {
  readonly puzzle: ProvePuzzle;
  /** The reader asked for it, and is brought to its board. */
  readonly arriving: boolean;
  /** Called when every schedule was tried. */
  onSolved(): void;
  /** Where to go on after a win. */
  readonly onward: ReactNode;
}

/** A program that cannot be broken: the reader tries, and then lets the page try every schedule. */
export function ProvePuzzleView({ puzzle, arriving, onSolved, onward }: ProvePuzzleViewProps) {
  const { goal, program, hints, moral } = puzzle;
  const { view } = useSteppedPuzzle(puzzle);
  const { run, at, outcome } = view;
  const proving = useExploration();
  const { exploration, phase, summary, busy } = proving;
  const [shown, setShown] = useState(false);
  const told = useRef<HTMLDivElement>(null);

  const standing = busy || summary === null ? 'open' : standingOf(goal, summary);
  useKeptMoves(puzzle, view, standing !== 'proven');
  const tellSolved = useEffectEvent(onSolved);
  useEffect(() => {
    if (standing === 'open') return;
    told.current?.scrollIntoView({ block: 'nearest' });
    if (standing === 'proven') tellSolved();
  }, [standing]);

  const prove = (): void => void exploration.start(proofProgram(puzzle), proofOptions);
  const tally = tallyOf(run === null ? [] : scheduleOf(run).slice(0, at));
  return (
    <StepPanel
      view={view}
      source={program.source}
      label={`Break ${program.name}, if you can`}
      arriving={arriving}
      head={
        <div className="puzzle-goal" data-standing={standing}>
          <p className="puzzle-wanted">{sayGoal(goal)}</p>
          <p className="puzzle-tally numeric">{saySpent(tally, toMove(view))}</p>
        </div>
      }
      verdict={
        <div className="puzzle-verdict" role="status" ref={told} data-standing={standing}>
          {outcome === null || standing === 'proven' ? null : <p className="puzzle-told">{sayInVain(goal, outcome)}</p>}
          {busy || summary === null ? null : <Proof puzzle={puzzle} summary={summary} />}
          {phase.kind === 'lost' ? <p>{phase.reason}</p> : null}
          {standing === 'proven' ? <p>{moral}</p> : null}
        </div>
      }
      help={
        <>
          <TryEvery
            busy={busy}
            minor={standing === 'proven'}
            impossible={canSuspend() ? null : 'The proof, which solves this puzzle, tries every schedule, and'}
            onTry={prove}
            onStop={() => exploration.stop()}
          >
            <Progress {...proving} />
          </TryEvery>
          <Help
            hints={hints}
            onSolution={() => {
              setShown(true);
              if (canSuspend()) prove();
            }}
            solution={
              !shown ? null : (
                <p className="hint">
                  No schedule that you choose does it.
                  {canSuspend() ? ' The page tries them all, and says so above.' : null}
                </p>
              )
            }
            solutionName="Show me the answer"
            onward={standing === 'proven' ? onward : null}
          />
        </>
      }
    >
      <RuleNote puzzle={puzzle} />
    </StepPanel>
  );
}

function Proof({ puzzle, summary }: { readonly puzzle: ProvePuzzle; readonly summary: SearchSummary }) {
  const { verdict, evidence } = sayProof(puzzle, summary);
  return (
    <p className="puzzle-told">
      <strong>{verdict}</strong> {evidence}
    </p>
  );
}

/** How far the search is. */
function Progress({ phase, summary }: ExplorationView) {
  if (phase.kind === 'starting')
    return (
      <p className="puzzle-status">{phase.boot === null ? 'Python reads the program…' : `${phase.boot.words}…`}</p>
    );
  return phase.kind === 'running' ? (
    <p className="puzzle-status numeric">
      <strong>{formatCount(summary?.schedules ?? 0)}</strong> schedules tried
    </p>
  ) : null;
}
