import { Suspense, use, useEffect, useMemo } from 'react';
import { catalog, lessonOf } from '../lessons/catalog';
import { courseParts } from '../lessons/course';
import { LessonBody } from '../lessons/LessonBody';
import { useTexts } from '../lessons/useTexts';
import type { LessonMeta } from '../lessons/lesson';
import { useProgress } from '../storage/progress';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { lazily } from '../ui/lazily';
import { Link } from '../ui/Link';
import { useMounted } from '../ui/useMounted';
import { pathOf } from './site';

const CourseEnd = lazily(() => import('./CourseEnd').then((module) => module.CourseEnd));

export interface LessonPageProps {
  readonly meta: LessonMeta;
  readonly index: number;
}

/** One lesson: heading, contents, and the way to the neighbours. */
export function LessonPage({ meta, index }: LessonPageProps) {
  const late = lessonOf(meta.id);
  // Begun before the texts are waited for, so that both come at one time. A failure is met below.
  late.load().catch(() => undefined);
  const texts = useTexts(meta.id);
  const lesson = late.loaded() ?? use(late.load());
  const visit = useProgress((state) => state.visit);
  const loaded = useProgress((state) => state.loaded);
  const answers = useProgress((state) => state.progress.answers);
  const answer = useProgress((state) => state.answer);
  const predictions = useProgress((state) => state.progress.predictions);
  const predict = useProgress((state) => state.predict);
  const guesses = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(predictions).flatMap(([id, made]) => (made.kind === 'choice' ? [[id, made.option]] : [])),
      ),
    [predictions],
  );
  const solved = useProgress((state) => state.progress.solved);
  const solve = useProgress((state) => state.solve);
  const spend = useProgress((state) => state.spend);
  const previous = catalog[index - 1];
  const next = catalog[index + 1];
  // The prerendered page waits for nothing.
  const mounted = useMounted();

  useEffect(() => {
    if (loaded) visit(meta.id);
  }, [loaded, visit, meta.id]);

  return (
    <article className="lesson">
      <header className="lesson-head">
        <p className="lesson-number">
          Lesson {index + 1} of {catalog.length} · about {meta.minutes} minutes
        </p>
        <h1>{meta.title}</h1>
        <BuildsOn lessons={meta.buildsOn ?? []} />
      </header>
      <LessonBody
        id={meta.id}
        lesson={lesson}
        texts={texts}
        answers={answers}
        onAnswer={answer}
        guesses={guesses}
        onGuess={(guess, option) => predict(guess, option === null ? { kind: 'skipped' } : { kind: 'choice', option })}
        solved={solved}
        onSolve={solve}
        onSpend={spend}
      />
      {mounted && next === undefined ? (
        <ErrorBoundary what="The end of the course">
          <Suspense fallback={null}>
            <CourseEnd />
          </Suspense>
        </ErrorBoundary>
      ) : null}
      <nav className="neighbours" aria-label="Previous and next lesson">
        {previous === undefined ? (
          <Link to="/" rel="prev">
            <span>Back to</span> The course
          </Link>
        ) : (
          <Link to={pathOf(previous)} rel="prev">
            <span>Previous{partBetween(previous, meta)}</span> {previous.shortTitle}
          </Link>
        )}
        {next === undefined ? null : (
          <Link to={pathOf(next)} rel="next">
            <span>Next{partBetween(next, meta)}</span> {next.shortTitle}
          </Link>
        )}
      </nav>
    </article>
  );
}

/** The part to which a neighbour belongs, where it is not that of the lesson. */
function partBetween(neighbour: LessonMeta, lesson: LessonMeta): string {
  const part = courseParts.find(({ lessons }) => lessons.includes(neighbour.id));
  return part === undefined || part.lessons.includes(lesson.id) ? '' : `, in “${part.title}”`;
}

/** The lessons that a reader should know first, by their ids. */
function BuildsOn({ lessons }: { readonly lessons: readonly string[] }) {
  const metas = catalog.filter(({ id }) => lessons.includes(id));
  if (metas.length === 0) return null;
  return (
    <p className="builds-on">
      Builds on:{' '}
      {metas.map((meta, at) => (
        <span key={meta.id}>
          {at === 0 ? '' : ', '}
          <Link to={pathOf(meta)}>{meta.shortTitle}</Link>
        </span>
      ))}
    </p>
  );
}
