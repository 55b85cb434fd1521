import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { scheduleOf } from '../../../core/schedule/types';
import { StepPanel } from '../step/StepPanel';
import { attemptStateOf, tallyOf } from './goals';
import { Help } from './Help';
import type { BreakPuzzle } from './puzzle';
import { RuleNote } from './RuleNote';
import { sayAttempt, sayTally } from './say';
import { sayGoal } from './sayGoal';
import { toMove } from './toMove';
import { useSteppedPuzzle } from './useSteppedPuzzle';

interface BreakPuzzleViewProps {
  readonly puzzle: BreakPuzzle;
  /** Called when the reader has found a way. */
  onSolved(): void;
}

/** A program to be broken: the reader chooses who moves, and sees what that costs. */
export function BreakPuzzleView({ puzzle, onSolved }: BreakPuzzleViewProps) {
  const { goal, program, solution, hints, moral } = puzzle;
  const { view, scheduled } = useSteppedPuzzle(puzzle);
  const { stepper, run, at, outcome } = view;
  /** The reader asked to be shown a way, and has not begun anew since. */
  const [shown, setShown] = useState(false);
  const told = useRef<HTMLDivElement>(null);

  const schedule = run === null ? [] : scheduleOf(run).slice(0, at);
  const tally = tallyOf(schedule);
  const attempt = run === null ? 'going' : attemptStateOf(goal, tally, outcome);
  const own = !shown;
  const tellSolved = useEffectEvent(onSolved);
  useEffect(() => {
    if (attempt === 'going') return;
    told.current?.scrollIntoView({ block: 'nearest' });
    if (attempt === 'reached' && own) tellSolved();
  }, [attempt, own]);

  const again = (): void => {
    setShown(false);
    void stepper.open(scheduled);
  };
  const show = async (): Promise<void> => {
    setShown(true);
    await stepper.open(scheduled);
    for (const thread of solution) await stepper.choose(thread);
    stepper.restart();
  };

  return (
    <StepPanel
      view={view}
      source={program.source}
      label={`Break ${program.name}`}
      arriving
      failed={attempt === 'reached' || attempt === 'overLimit'}
      head={
        <div className="puzzle-goal" data-standing={attempt}>
          <p className="puzzle-wanted">{sayGoal(goal)}</p>
          <p className="puzzle-tally numeric">{sayTally(goal, tally, toMove(view))}</p>
        </div>
      }
      verdict={
        <div className="puzzle-verdict" role="status" ref={told} data-standing={attempt}>
          {attempt === 'going' ? null : <p className="puzzle-told">{sayAttempt(goal, attempt, tally, outcome)}</p>}
        </div>
      }
      moral={attempt === 'reached' ? <p className="puzzle-moral">{moral}</p> : null}
      help={
        <Help
          hints={hints}
          shown={shown}
          onSolution={() => void show()}
          solution={
            <p className="hint">
              Here is one way: press Redo to follow it step by step. What you find after “Start over” is your own.
            </p>
          }
        >
          {shown || attempt !== 'going' ? (
            <button type="button" className="button" onClick={again}>
              Start over
            </button>
          ) : null}
        </Help>
      }
    >
      <RuleNote puzzle={puzzle} />
    </StepPanel>
  );
}
