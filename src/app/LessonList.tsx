import { catalog } from '../lessons/catalog';
import { courseParts } from '../lessons/course';
import { useProgress } from '../storage/progress';
import { Link } from '../ui/Link';
import { finishedIn, standingOf, type Standing } from './finished';
import { pathOf, type Page } from './site';

/** The prerendered page has the contents in it, and React leaves them as they are. */
const asPrerendered = { __html: '' };

/** Fills a lesson's contents, where they are not there yet, and has them follow the reader. What does so comes after the page. */
function keepContents(list: HTMLElement | null): () => void {
  const following = import('./contents').then(
    (contents) => contents.follow(list),
    () => null,
  );
  return () => void following.then((stop) => stop?.());
}

const standingWords: Record<Standing, string> = { new: '', visited: 'begun', finished: 'finished' };

/** The lessons by part, with how far the reader is. Open is the part that is being read. */
export function LessonList({ page }: { readonly page: Page }) {
  const progress = useProgress((state) => state.progress);
  // Elsewhere the first part, whatever the reader has read: the page would move when that is known.
  const here = page.kind === 'lesson' ? page.meta : catalog[0];
  return courseParts.map(({ id, title, lessons }) => (
    <details key={id} className="lesson-part" open={here !== undefined && lessons.includes(here.id)}>
      <summary>
        {title}{' '}
        {courseParts.length === 1 ? null : (
          <span className="standing numeric">
            {finishedIn(lessons, progress)} of {lessons.length}
          </span>
        )}
      </summary>
      <ol className="lesson-list" start={catalog.findIndex((meta) => meta.id === lessons[0]) + 1}>
        {catalog.map((meta, at) => {
          if (!lessons.includes(meta.id)) return null;
          const standing = standingOf(meta.id, progress);
          const current = page.kind === 'lesson' && page.meta.id === meta.id;
          return (
            <li key={meta.id} data-standing={standing}>
              <Link to={pathOf(meta)} current={current}>
                <span className="lesson-count">{at + 1}</span>
                <span className="lesson-name">{meta.shortTitle}</span>
                {standing === 'new' ? null : <span className="standing">{standingWords[standing]}</span>}
              </Link>
              {current ? (
                <div
                  className="contents"
                  ref={keepContents}
                  suppressHydrationWarning
                  dangerouslySetInnerHTML={asPrerendered}
                />
              ) : null}
            </li>
          );
        })}
      </ol>
    </details>
  ));
}
