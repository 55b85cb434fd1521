import { catalog } from '../lessons/catalog';
import { courseParts } from '../lessons/course';
import { descriptions } from '../lessons/descriptions';
import { shortPaths, type Stop } from '../lessons/shortPaths';
import { useProgress } from '../storage/progress';
import { Link } from '../ui/Link';
import './courseMap.css';
import { finishedIn } from './finished';
import { pathOf } from './site';

/** The way through the course: its lessons by part. */
export function CourseMap() {
  const progress = useProgress((state) => state.progress);
  return (
    <div className="course-parts">
      {courseParts.map(({ id, title, lessons }) => {
        const metas = catalog.filter((meta) => lessons.includes(meta.id));
        const finished = finishedIn(lessons, progress);
        return (
          <section key={id} aria-labelledby={`part-${id}`}>
            <h3 id={`part-${id}`}>{title}</h3>
            <p className="part-facts numeric">
              {lessons.length === 1 ? '1 lesson' : `${lessons.length} lessons`},{' '}
              {sayLength(metas.reduce((sum, { minutes }) => sum + minutes, 0))}
              {finished === 0 ? null : ` · ${finished} finished`}
            </p>
            <ol className="course">
              {metas.map((meta) => (
                <li key={meta.id}>
                  <div>
                    <Link to={pathOf(meta)}>{meta.title}</Link>
                    <p>{descriptions[meta.id]}</p>
                  </div>
                </li>
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}

/** "about 40 minutes", "about 3 hours". */
function sayLength(minutes: number): string {
  return minutes < 90 ? `about ${minutes} minutes` : `about ${Math.round(minutes / 60)} hours`;
}

/** Shorter ways, each for one kind of program. */
export function ShortPaths() {
  return (
    <div className="short-paths">
      {shortPaths.map(({ id, title, stops }) => (
        <section key={id} aria-labelledby={`path-${id}`}>
          <h3 id={`path-${id}`}>“{title}”</h3>
          <ol>
            {stops.map((stop) => (
              <li key={stop.meta.id}>
                <PathStop {...stop} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function PathStop({ meta, sections }: Stop) {
  if (sections.length === 0)
    return (
      <>
        <Link to={pathOf(meta)}>{meta.shortTitle}</Link>, the whole lesson
      </>
    );
  return (
    <>
      {meta.shortTitle}
      <ul>
        {sections.map(({ title, anchor }) => (
          <li key={anchor}>
            <Link to={`${pathOf(meta)}#${anchor}`}>{title}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
