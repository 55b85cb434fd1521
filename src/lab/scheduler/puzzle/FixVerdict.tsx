import type { CheckPhase } from './fixCheck';
import type { FixGoal } from './goals';
import { sayEvidence, sayVerdict } from './say';

interface FixVerdictProps {
  readonly goal: FixGoal;
  readonly phase: CheckPhase;
  /** Schedules are being tried. */
  readonly busy: boolean;
  /** The reader has changed the program since. */
  readonly stale: boolean;
  readonly moral: string;
  /** Called when the reader wants to see the schedule that fails. */
  onFollow(): void;
}

/** What trying every schedule of a mended program has shown. */
export function FixVerdict({ goal, phase, busy, stale, moral, onFollow }: FixVerdictProps) {
  return (
    <div role="status" className="fix-verdict">
      {stale && !busy ? <p className="hint">You have changed the program since it was tried.</p> : null}
      {busy || phase.kind === 'idle' ? null : <p className="puzzle-told">{sayVerdict(goal, phase)}</p>}
      {phase.kind === 'passed' ? <p>{moral}</p> : null}
      {phase.kind === 'passed' ? (
        <details>
          <summary>How that was shown</summary>
          <p>{sayEvidence(phase)}</p>
        </details>
      ) : null}
      {phase.kind === 'broken' ? (
        <p>
          <button type="button" className="button" onClick={onFollow}>
            Follow it step by step
          </button>
        </p>
      ) : null}
    </div>
  );
}
