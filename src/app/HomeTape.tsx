import { Suspense } from 'react';
import program from '../lab/playground/examples/four_lanes.py?program';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { lazily } from '../ui/lazily';
import { Link } from '../ui/Link';
import { useSeen } from '../ui/useSeen';
import { playgroundPath } from './site';

const Tape = lazily(() => import('../lab/experiment/Tape').then((module) => module.Tape));

/** The program without its docstring and imports. */
const body = program.html.slice(program.html.indexOf('\n\n\n') + 3);

/** A program, and beside it the tape of a run that begins when it is seen. */
export function HomeTape() {
  const [space, seen] = useSeen<HTMLDivElement>();
  return (
    <div className="home-tape">
      <figure className="code">
        <figcaption>
          <code>{program.name}</code>
          <Link to={`${playgroundPath}#example=four_lanes`} className="button button-quiet">
            Run it as Python
          </Link>
        </figcaption>
        {/* The keyboard must be able to scroll long lines. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre tabIndex={0} aria-label={program.name} role="group">
          <code dangerouslySetInnerHTML={{ __html: body }} />
        </pre>
      </figure>
      {/* The tape is drawn by what it measures, so it exists in a browser only. */}
      <div className="tape-space" ref={space}>
        {seen ? (
          <ErrorBoundary what="The tape">
            <Suspense fallback={null}>
              <Tape />
            </Suspense>
          </ErrorBoundary>
        ) : null}
      </div>
    </div>
  );
}
