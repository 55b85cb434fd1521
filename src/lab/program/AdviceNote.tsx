import { useEffect, useState } from 'react';
import { Link } from '../../ui/Link';
import { WithCode } from '../../ui/WithCode';
import type { ConsoleLog } from './consoleLog';
import type { Advice } from './mistakes';
import type { RunEnd } from './pythonRun';

interface AdviceNoteProps {
  /** How the run ended; another object for each run. */
  readonly end: RunEnd;
  /** What was run. */
  readonly source: string;
  readonly console: ConsoleLog;
}

/** What to do about a mistake that the course names, with a link to where it does; nothing where the run shows none. */
export function AdviceNote({ end, source, console }: AdviceNoteProps) {
  const [found, setFound] = useState<{ readonly of: RunEnd; readonly advice: Advice | null } | null>(null);
  useEffect(() => {
    // What knows the mistakes is fetched when a run has ended. Where it cannot be fetched, the run stands without advice.
    import('./mistakes').then(
      ({ adviceFor }) => setFound({ of: end, advice: adviceFor(end, source, textOfErrors(console)) }),
      () => undefined,
    );
  }, [end, source, console]);
  const advice = found?.of === end ? found.advice : null;
  if (advice === null) return null;
  return (
    <p className="hint run-advice">
      <WithCode text={advice.words} /> <Link to={advice.to}>{advice.place}</Link>
    </p>
  );
}

/** What came by the standard error, as far as the console keeps it. */
function textOfErrors(console: ConsoleLog): string {
  return console
    .lines()
    .map(({ segments }) =>
      segments
        .filter(({ stream }) => stream === 'stderr')
        .map(({ text }) => text)
        .join(''),
    )
    .join('\n');
}
