import { Suspense, useRef, useState } from 'react';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { lazily } from '../../ui/lazily';
import { usePress } from '../../ui/usePress';
import './safetyAsk.css';
import type { SafetyCommands } from './SafetyLive';

// The search, and what shows its result, come with the first press.
const SafetyLive = lazily(() => import('./SafetyLive').then((module) => module.SafetyLive));

interface SafetyAskProps {
  /** The program's file name. */
  readonly name: string;
  /** Its text, as it stands now. */
  readonly source: string;
  /** The program must not run. */
  readonly barred?: boolean;
  onAsked?(): void;
}

/** “Is it safe?” under a program with threads: a button, and beneath it the answer. */
export function SafetyAsk({ name, source, barred = false, onAsked }: SafetyAskProps) {
  const [asked, setAsked] = useState(false);
  const [checking, setChecking] = useState(false);
  const commands = useRef<SafetyCommands>(null);
  const press = usePress<'begin' | 'stop'>((meaning) => {
    if (commands.current !== null) commands.current[meaning]();
    else {
      setAsked(true);
      onAsked?.();
    }
  });
  const word = checking ? 'Stop' : 'Is it safe?';
  return (
    <div className="safety-ask" data-safety={name}>
      <button
        type="button"
        className="button"
        aria-label={`${checking ? 'Stop the check' : word}: ${name}`}
        aria-disabled={barred}
        onClick={(event) => !barred && press(event, checking ? 'stop' : 'begin')}
      >
        {word}
      </button>
      {asked ? (
        <ErrorBoundary what="The check">
          <Suspense fallback={<p className="hint">Fetching the search…</p>}>
            <SafetyLive name={name} source={source} commands={commands} onChecking={setChecking} />
          </Suspense>
        </ErrorBoundary>
      ) : (
        <p className="hint">Tries the program’s schedules, with the GIL and without.</p>
      )}
    </div>
  );
}
