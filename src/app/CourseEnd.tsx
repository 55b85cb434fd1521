import { useId } from 'react';
import { catalog } from '../lessons/catalog';
import { useProgress } from '../storage/progress';
import { Link } from '../ui/Link';
import './courseEnd.css';
import { standingOf } from './finished';
import { certificatePath, pathOf, playgroundPath, puzzlesPath, schedulerPath } from './site';

/** Where to go from the end of the course. */
export function CourseEnd() {
  const id = useId();
  const progress = useProgress((state) => state.progress);
  const open = catalog.filter(({ id }) => standingOf(id, progress) !== 'finished');
  return (
    <section className="course-end" aria-labelledby={id}>
      <h2 id={id}>{open.length === 0 ? 'You have finished the course' : 'Where to go from here'}</h2>
      {open.length === 0 ? (
        <p>All {catalog.length} lessons, every question answered. What you know now is best kept by using it:</p>
      ) : (
        <p>
          This was the last lesson. Not finished yet:{' '}
          {open.map((meta, at) => (
            <span key={meta.id}>
              {at === 0 ? '' : ', '}
              <Link to={pathOf(meta)}>{meta.shortTitle}</Link>
            </span>
          ))}
          . A lesson is finished when its questions are answered.
        </p>
      )}
      <ul className="ways">
        <li>
          <Link to={certificatePath}>Certificate</Link>
          <p>
            What you have finished, answered and solved, and what you measured in the six incidents, on one page to
            print.
          </p>
        </li>
        <li>
          <Link to={puzzlesPath}>Puzzles</Link>
          <p>
            Break programs by choosing their schedules, and mend them so that no schedule does. They use what you have
            learnt, also with semaphores, barriers and events, and you see what you have solved.
          </p>
        </li>
        <li>
          <Link to={playgroundPath}>Your own code</Link>
          <p>
            Put a program of yours into the playground and run it. With “Is it safe?”, the page tries the orders in
            which its threads can take turns, with the GIL and without.
          </p>
        </li>
        <li>
          <Link to={schedulerPath}>You are the scheduler</Link>
          <p>Take any program of the course apart: step by step, back and otherwise, or every schedule at once.</p>
        </li>
      </ul>
    </section>
  );
}
