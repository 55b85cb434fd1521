import { Suspense, use, useCallback, useState } from 'react';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { lazily, noteFailed } from '../../ui/lazily';
import { useMounted } from '../../ui/useMounted';
import '../workbench/page.css';
import { exampleFrom, type Example, type LessonPrograms, type Shelf } from '../workbench/programGroups';
import { openSchedulerAddress, resumed, type Arrival } from './fromAddress';
import welcomeProgram from './examples/lost_update.py?program';
import './scheduler.css';
import { Shell } from './Shell';

// Editor, stepper and search come when the page is there.
const SchedulerBench = lazily(() => import('./SchedulerPanel').then((module) => module.SchedulerBench));

interface SchedulerProps {
  /** The lessons' programs, in the order of the course; asked for when the reader wants to choose. */
  loadLessons(): Promise<readonly LessonPrograms[]>;
}

/** The page where the reader is the scheduler. */
export function Scheduler({ loadLessons }: SchedulerProps) {
  const mounted = useMounted();
  const [welcome] = useState(() => exampleFrom(welcomeProgram));
  // Here, not where it is waited for: what waits before its first draw forgets its state.
  const [opening, setOpening] = useState<Promise<Arrival> | null>(null);
  const loadShelves = useCallback(async (): Promise<readonly Shelf[]> => {
    const [lessons, { exampleGroups }, { schedulerShelves }] = await Promise.all([
      loadLessons(),
      import('./examples'),
      import('./steppablePrograms'),
    ]);
    return schedulerShelves(exampleGroups, lessons);
  }, [loadLessons]);
  if (mounted && opening === null) {
    const asked = openSchedulerAddress(location.hash, welcome, loadShelves).then(resumed);
    asked.catch(() => noteFailed(() => setOpening(null)));
    setOpening(asked);
  }
  return (
    <div className="scheduler">
      <header className="playground-head">
        <h1>You are the scheduler</h1>
        <p>Choose which thread takes the next step. Go back, choose otherwise, or try every schedule there is.</p>
      </header>
      {opening === null ? (
        <Shell program={welcomeProgram} />
      ) : (
        <ErrorBoundary what="The scheduler">
          <Suspense fallback={<Shell program={welcomeProgram} />}>
            <Opening opening={opening} welcome={welcome} welcomeHtml={welcomeProgram.html} loadShelves={loadShelves} />
          </Suspense>
        </ErrorBoundary>
      )}
    </div>
  );
}

function Opening({
  opening,
  ...rest
}: {
  readonly opening: Promise<Arrival>;
  readonly welcome: Example;
  readonly welcomeHtml: string;
  loadShelves(): Promise<readonly Shelf[]>;
}) {
  return <SchedulerBench arrival={use(opening)} {...rest} />;
}
