import { Suspense, use, useCallback, useState } from 'react';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { lazily, noteFailed } from '../../ui/lazily';
import { useMounted } from '../../ui/useMounted';
import welcomeProgram from './examples/taking_turns.py?program';
import { openAddress, type Opened } from '../workbench/fromAddress';
import '../workbench/page.css';
import { exampleFrom, shelvesOf, type Example, type LessonPrograms, type Shelf } from '../workbench/programGroups';
import { Shell } from './Shell';

// Editor, console and timeline come when the page is there.
const Bench = lazily(() => import('./PlaygroundPanel').then((module) => module.Bench));

interface PlaygroundProps {
  /** The lessons' programs, in the order of the course; asked for when the reader wants to choose. */
  loadLessons(): Promise<readonly LessonPrograms[]>;
}

/** The page to write Python in, and see it run. */
export function Playground({ loadLessons }: PlaygroundProps) {
  const mounted = useMounted();
  const [welcome] = useState(() => exampleFrom(welcomeProgram));
  // Here, not where it is waited for: what waits before its first draw forgets its state.
  const [opening, setOpening] = useState<Promise<Opened> | null>(null);
  const loadShelves = useCallback(async (): Promise<readonly Shelf[]> => {
    const [lessons, { examples }] = await Promise.all([loadLessons(), import('./examples')]);
    return shelvesOf(lessons, examples);
  }, [loadLessons]);
  if (mounted && opening === null) {
    const asked = openAddress(location.hash, welcome, loadShelves);
    asked.catch(() => noteFailed(() => setOpening(null)));
    setOpening(asked);
  }
  return (
    <div className="playground">
      <header className="playground-head">
        <h1>Playground</h1>
        <p>Write Python, run it in this page, and see what its threads, processes and event loops do.</p>
      </header>
      {opening === null ? (
        <Shell program={welcomeProgram} />
      ) : (
        <ErrorBoundary what="The playground">
          <Suspense fallback={<Shell program={welcomeProgram} />}>
            <Opening opening={opening} welcome={welcome} loadShelves={loadShelves} />
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
  readonly opening: Promise<Opened>;
  readonly welcome: Example;
  loadShelves(): Promise<readonly Shelf[]>;
}) {
  return <Bench opened={use(opening)} {...rest} />;
}
