import { useState } from 'react';
import type { ScheduledProgram, WatchedRun } from '../../../core/python/pythonSchedules';
import { downloadText } from '../../../ui/download';

/** What a test is made from. */
export interface TestButtonProps {
  readonly program: ScheduledProgram;
  /** What the program may print, and nothing else; null where nobody knows what is right. */
  readonly expected: readonly string[] | null;
  /** Names the outcome, for those who do not see beside what the button stands. */
  readonly outcome?: string;
  /** The run that fails, with all its states. May reject. */
  watched(): Promise<WatchedRun> | WatchedRun;
}

/** Saves a test that forces a failing order on the reader's own CPython, and says how to run it. */
export function TestButton({ program, expected, outcome, watched }: TestButtonProps) {
  const [said, setSaid] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const save = async (): Promise<void> => {
    setMaking(true);
    try {
      const [{ regressionTest, testFileName }, { result, moments }] = await Promise.all([
        import('./regressionTest'),
        watched(),
      ]);
      const name = testFileName(program.fileName);
      const text = regressionTest({ program, run: result, moments, expected, python: import.meta.env.PYTHON_VERSION });
      downloadText(name, 'text/x-python', text);
      setSaid(`Saved. Run it with: python3 ${name}`);
    } catch (error) {
      setSaid(`The test could not be made (${error instanceof Error ? error.message : String(error)}).`);
    } finally {
      setMaking(false);
    }
  };
  return (
    <>
      <button
        type="button"
        className="button"
        aria-disabled={making}
        aria-label={outcome === undefined ? undefined : `Test for your CPython (.py): ${outcome}`}
        onClick={() => !making && void save()}
      >
        {making ? 'Making it…' : 'Test for your CPython (.py)'}
      </button>
      <span className="hint" role="status">
        {said}
      </span>
    </>
  );
}
