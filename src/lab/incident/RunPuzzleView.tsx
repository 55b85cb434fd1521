import { useEffect, useEffectEvent, useMemo, useRef, useState, type ReactNode } from 'react';
import { usualSwitchIntervalMs } from '../../core/base/switchInterval';
import { usePress } from '../../ui/usePress';
import { ProgramRun } from '../program/ProgramRun';
import { usePythonRun } from '../program/usePythonRun';
import { useDraft } from '../workbench/useDraft';
import { MendBench } from '../scheduler/puzzle/MendBench';
import type { MendProof, RunPuzzle } from '../scheduler/puzzle/puzzle';
import { verdictOfRun, withOwnEnd } from './runCheck';
import '../scheduler/puzzle/puzzle.css';

interface RunPuzzleViewProps {
  readonly puzzle: RunPuzzle;
  /** Called when the reader's program prints what it should. */
  onSolved(proof: MendProof): void;
  /** Where to go on after a win. */
  readonly onward: ReactNode;
}

/** A program to be mended: the reader edits it, and the page runs it and reads what it prints. */
export function RunPuzzleView({ puzzle, onSolved, onward }: RunPuzzleViewProps) {
  const { program, goal, moral } = puzzle;
  const draft = useDraft(program.name, program.source);
  const run = usePythonRun();
  const log = run.console;
  /** What was run, as the reader had it. */
  const [tried, setTried] = useState<string | null>(null);
  const [cut, setCut] = useState(false);
  /** What the program printed of it before it was mended. */
  const before = useRef<string | null>(null);
  const told = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const source = draft.source ?? program.source;
  const stale = tried !== null && tried !== source;
  const end = run.phase.kind === 'ended' ? run.phase.end : null;
  const verdict = useMemo(() => (end === null ? null : verdictOfRun(goal, end, log.text())), [goal, end, log]);
  const won = verdict?.passed === true && !stale && !cut;

  const tell = useEffectEvent(() => {
    told.current?.scrollIntoView({ block: 'nearest' });
    if (verdict === null || verdict.line === null) return;
    if (verdict.passed) onSolved({ kind: 'run', before: before.current, after: verdict.line });
    else before.current = verdict.line;
  });
  useEffect(() => {
    if (end !== null) tell();
  }, [end]);

  const start = (): void => {
    const whole = withOwnEnd(source, program.source, goal.keepsFrom);
    setCut(whole === null);
    if (whole === null) return;
    setTried(source);
    run.run({ source: whole, fileName: program.name, switchIntervalMs: usualSwitchIntervalMs });
  };
  const press = usePress<'run' | 'stop'>((meaning) => (meaning === 'stop' ? run.stop() : start()));
  return (
    <div className="puzzle-desk">
      <MendBench puzzle={puzzle} draft={draft} button={button} onTry={start} onward={won ? onward : null}>
        <div
          className="puzzle-goal"
          ref={told}
          data-verdict={verdict === null ? 'idle' : verdict.passed ? 'passed' : 'broken'}
          data-stale={stale}
        >
          <div className="button-row">
            <button
              type="button"
              ref={button}
              className={won ? 'button' : 'button button-primary'}
              onClick={(event) => press(event, run.busy ? 'stop' : 'run')}
            >
              {run.busy ? 'Stop' : won ? 'Run it again' : 'Run it'}
            </button>
            {run.busy ? (
              <p className="puzzle-status">{run.phase.kind === 'running' ? 'It runs…' : 'Python starts…'}</p>
            ) : null}
          </div>
          <div role="status" className="fix-verdict">
            {cut ? (
              <p className="puzzle-told">
                The line “{goal.keepsFrom}…” is gone. From there on the page runs its own part, so it must know where
                yours ends: bring the line back.
              </p>
            ) : null}
            {stale && !run.busy && !cut ? <p className="hint">You have changed the program since it was run.</p> : null}
            {verdict === null || cut ? null : <p className="puzzle-told">{verdict.words}</p>}
            {won ? <p>{moral}</p> : null}
          </div>
        </div>
      </MendBench>
      <ProgramRun run={run} title={program.name} onRun={start} buttons={false} />
    </div>
  );
}
