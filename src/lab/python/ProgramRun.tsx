import type { PythonRunView } from './usePythonRun';

interface ProgramRunProps {
  readonly run: PythonRunView;
  /** The program's name, for the timeline's accessible name: "downloads_threaded.py". */
  readonly title: string;
  /** Runs the program as it now stands: the panel has a Run button that turns into Stop. */
  onRun(): void;
  /** Called when the reader follows a traceback to a line of the program, from 1. */
  onLine?(line: number): void;
}

/** What a run shows: its buttons, how far Python has started, console, timeline, outcome, and what really ran. */
export function ProgramRun({ run, title, onRun }: ProgramRunProps) {
  return (
    <section className="program-run" aria-label={`Run of ${title}`} data-phase={run.phase.kind}>
      <button type="button" className="button" onClick={run.busy ? run.stop : onRun}>
        {run.busy ? 'Stop' : 'Run'}
      </button>
    </section>
  );
}
