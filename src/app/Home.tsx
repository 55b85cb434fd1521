import { catalog } from '../lessons/catalog';
import { TakeTurns } from '../lab/scheduler/opening/TakeTurns';
import { useProgress } from '../storage/progress';
import { Link } from '../ui/Link';
import { CourseMap, ShortPaths } from './CourseMap';
import { nextLesson } from './finished';
import './home.css';
import { HomeTape } from './HomeTape';
import { KeepCourse } from './KeepCourse';
import { pathOf, playgroundPath, puzzlesPath, schedulerPath, sourcesPath } from './site';

const [firstLesson] = catalog;
const startPath = firstLesson === undefined ? '/' : pathOf(firstLesson);

/** Where CPython switches, and what follows from it. */
const switchesPath = '/sharing/#but-my-counter-never-lost-anything';
/** The puzzle that mends what the first page breaks, on a page of its own, and open. */
const mendPath = '/puzzles/record-fix/#puzzle-record-fix';

/** The first page: a program to play, the course, what else there is, and a tape that really runs. */
export function Home() {
  return (
    <div className="home">
      <header className="home-head">
        <h1>Learn concurrency in Python by running it</h1>
        <Begin />
        <p className="lede">Threads, processes and asyncio, measured on your machine and drawn as they happen.</p>
      </header>
      <TakeTurns
        rule={
          <>
            CPython can take every one of these orders, with the GIL or without: it may switch where a function begins,
            here <code>think()</code>. <Link to={switchesPath}>Where CPython switches</Link>
          </>
        }
        ways={
          <>
            <Link to={mendPath} className="button button-primary">
              Mend it
            </Link>
            <Link to={startPath} className="button">
              Start the course
            </Link>
            <Link to={playgroundPath} className="button">
              Run your own
            </Link>
          </>
        }
      />
      <h2>The course</h2>
      <p className="measure">
        Its lessons build on each other. If you have one kind of program in mind, take{' '}
        <a href="#a-shorter-way">a shorter way</a>.
      </p>
      <CourseMap />
      <div className="keep-course">
        <KeepCourse />
      </div>
      <h2 id="a-shorter-way">A shorter way</h2>
      <ShortPaths />
      <h2>With any program</h2>
      <ul className="ways">
        <li>
          <Link to={puzzlesPath}>Puzzles</Link>
          <p>
            Break a program by choosing its schedule, or mend it so that no schedule breaks it: from a first lost update
            to deadlocks and cancelled tasks.
          </p>
        </li>
        <li>
          <Link to={schedulerPath}>You are the scheduler</Link>
          <p>
            Choose which thread takes the next step, as above. Or let the page try every schedule, and learn whether the
            program is safe, with the GIL and without.
          </p>
        </li>
        <li>
          <Link to={playgroundPath}>Playground</Link>
          <p>Write your own program and run it, with threads, processes and asyncio. With examples to begin from.</p>
        </li>
      </ul>
      <h2>Every run leaves a tape</h2>
      <HomeTape />
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

/** The way into the course, which leads on for readers who come back. Both take the same room. */
function Begin() {
  const next = useProgress((state) => nextLesson(state.progress));
  return (
    <p className="home-begin">
      {next === null ? (
        <Link to={startPath} className="button">
          Start the course
        </Link>
      ) : (
        <Link to={pathOf(next)} className="button">
          Continue: {next.shortTitle}
        </Link>
      )}
    </p>
  );
}
