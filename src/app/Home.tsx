import { Suspense } from 'react';
import { catalog } from '../lessons/catalog';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { lazily } from '../ui/lazily';
import { Link } from '../ui/Link';
import { useMounted } from '../ui/useMounted';
import { pathOf, playgroundPath, schedulerPath, sourcesPath } from './site';

const Tape = lazily(() => import('../lab/experiment/Tape').then((module) => module.Tape));

/** The first page: what this is, a tape that really runs, and the course. */
export function Home() {
  // The tape is drawn by what it measures, so it exists in a browser only.
  const mounted = useMounted();
  return (
    <div className="home">
      <h1>Timeslice</h1>
      <p className="lede">
        Learn concurrency in Python by running it. Threads, processes and asyncio, measured on your machine and drawn as
        they happen.
      </p>
      <div className="tape-space">
        {mounted ? (
          <ErrorBoundary what="The tape">
            <Suspense fallback={null}>
              <Tape />
            </Suspense>
          </ErrorBoundary>
        ) : null}
      </div>
      <h2>The course</h2>
      <ol className="course">
        {catalog.map((meta) => (
          <li key={meta.id}>
            <div>
              <Link to={pathOf(meta)}>{meta.title}</Link>
              <p>{meta.description}</p>
            </div>
          </li>
        ))}
      </ol>
      <p className="measure">
        The programs of the course run right where you read them. In the <Link to={playgroundPath}>playground</Link> you
        can write your own, with examples to begin from. And in any program with threads or tasks{' '}
        <Link to={schedulerPath}>you can be the scheduler</Link>: choose which one goes next, step by step, or try every
        schedule there is.
      </p>
      <h2>What it is made from</h2>
      <p className="measure">
        The order of the course follows two teachers: Real Python’s{' '}
        <a href="https://realpython.com/intro-to-python-threading/">introduction to threading</a> and Raymond
        Hettinger’s talk <a href="https://www.youtube.com/watch?v=Bv25Dwe84g0">Thinking about Concurrency</a>. The
        words, the programs and the mistakes are our own. <Link to={sourcesPath}>Sources</Link> lists what was read for
        each lesson. Nothing you do here leaves your browser, unless a program asks for another site and you allow it.
      </p>
    </div>
  );
}
