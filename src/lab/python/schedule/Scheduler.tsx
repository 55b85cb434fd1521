import { Suspense } from 'react';
import { ErrorBoundary } from '../../../ui/ErrorBoundary';
import { lazily } from '../../../ui/lazily';
import { useMounted } from '../../../ui/useMounted';
import { sourceOf } from '../../programSource';
import welcomeProgram from './examples/lost_update.py?program';

const SchedulerBench = lazily(() => import('./SchedulerBench').then((module) => module.SchedulerBench));

/** The page where the reader is the scheduler. */
export function Scheduler() {
  const mounted = useMounted();
  return (
    <div className="scheduler">
      <header className="playground-head">
        <h1>You are the scheduler</h1>
        <p>Choose which thread takes the next step of a real Python program. Go back, choose otherwise, or try every schedule there is.</p>
      </header>
      {mounted ? (
        <ErrorBoundary what="The scheduler">
          <Suspense fallback={null}>
            <SchedulerBench name={welcomeProgram.name} original={sourceOf(welcomeProgram)} />
          </Suspense>
        </ErrorBoundary>
      ) : null}
    </div>
  );
}
