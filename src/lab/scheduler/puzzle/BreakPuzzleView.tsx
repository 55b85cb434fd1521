import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { scheduleOf } from '../../../core/schedule/types';
import { pageSchedules } from '../../../runtime/schedules/pageSchedules';
import { StepPanel } from '../step/StepPanel';
import { attemptStateOf, tallyOf } from './goals';
import { Help } from './Help';
import { nextMove } from './nextMove';
import type { BreakPuzzle } from './puzzle';
import { RuleNote } from './RuleNote';
import { sayAttempt, sayNextMove, sayTally } from './say';
import { sayGoal } from './sayGoal';
import { toMove } from './toMove';
import { useSolution } from './useSolution';
import { useKeptMoves, useSteppedPuzzle } from './useSteppedPuzzle';

interface BreakPuzzleViewProps {
  readonly puzzle: BreakPuzzle;
  /** The reader asked for it, and is brought to its board. */
  readonly arriving: boolean;
  /** Called when the reader has found a way. */
  onSolved(): void;
  /** The reader broke the program with so many moves or switches, be it too many. */
  onSpent(count: number): void;
  /** Where to go on after a win. */
  readonly onward: ReactNode;
}

/** A program to be broken: the reader chooses who moves, and sees what that costs. */
export function BreakPuzzleView({ puzzle, arriving, onSolved, onSpent, onward }: BreakPuzzleViewProps) {
  const { goal, program, solution, hints, moral } = puzzle;
  const { view, scheduled } = useSteppedPuzzle(puzzle);
  const { stepper, run, at, outcome, moments } = view;
  const { showing, play, stop, startOver } = useSolution(stepper, scheduled, solution);
  /** What was said of the next move, and at which steps: elsewhere it is out of date. */
  const [advice, setAdvice] = useState<{ readonly at: string; readonly words: string } | null>(null);
  const told = useRef<HTMLDivElement>(null);

  const schedule = run === null ? [] : scheduleOf(run).slice(0, at);
  const tally = tallyOf(schedule);
  const spent = tally[goal.limit.of];
  const attempt = run === null ? 'going' : attemptStateOf(goal, tally, outcome);
  const own = showing === 'none';
  const won = attempt === 'reached' && own;
  useKeptMoves(puzzle, view, own && !won);
  const tell = useEffectEvent((): void => {
    if (attempt === 'reached') onSolved();
    if (attempt === 'reached' || attempt === 'overLimit') onSpent(spent);
  });
  useEffect(() => {
    if (attempt === 'going') return;
    told.current?.scrollIntoView({ block: 'nearest' });
    if (own) tell();
  }, [attempt, own]);

  const here = schedule.join(' ');
  const ask = async (): Promise<void> => {
    setAdvice({ at: here, words: 'Looking for a way on from here…' });
    // Without interpreters, the way that is known must do.
    const found = await nextMove(pageSchedules, puzzle, schedule).catch(() => null);
    setAdvice({ at: here, words: sayNextMove(goal, found, moments[at]?.threads.map(({ name }) => name) ?? []) });
  };

  return (
    <StepPanel
      view={view}
      source={program.source}
      label={`Break ${program.name}`}
      arriving={arriving}
      failed={attempt === 'reached' || attempt === 'overLimit'}
      head={
        <div className="puzzle-goal" data-standing={attempt}>
          <p className="puzzle-wanted">{sayGoal(goal)}</p>
          <p className="puzzle-tally numeric">{sayTally(goal, tally, toMove(view))}</p>
        </div>
      }
      verdict={
        <div className="puzzle-verdict" role="status" ref={told} data-standing={attempt}>
          {attempt === 'going' ? null : <p className="puzzle-told">{sayAttempt(goal, attempt, tally, outcome, own)}</p>}
          {attempt === 'reached' ? <p>{moral}</p> : null}
        </div>
      }
      help={
        <Help
          hints={hints}
          nextMove={{ words: advice?.at === here && attempt === 'going' ? advice.words : null, ask: () => void ask() }}
          onSolution={showing === 'playing' ? stop : play}
          solutionName={showing === 'playing' ? 'Stop showing' : 'Show me a solution'}
          solution={
            own ? null : (
              <p className="hint">
                {showing === 'playing'
                  ? 'Here is one way, move by move on the board.'
                  : 'That was shown to you, and does not count. “Start over” clears the board for your own try.'}
              </p>
            )
          }
          onward={won ? onward : null}
        >
          {showing === 'over' || (own && attempt !== 'going') ? (
            <button type="button" className="button" onClick={startOver}>
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
