import { Suspense, use, useEffect, type ReactNode } from 'react';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { OwnWindow } from '../../ui/OwnWindow';
import { assertNever } from '../../core/base/assertNever';
import { Playground } from '../../lab/playground/Playground';
import { Scheduler } from '../../lab/scheduler/Scheduler';
import { loadAllPrograms } from '../../lessons/allPrograms';
import { lessonOf } from '../../lessons/catalog';
import { LessonPart } from '../../lessons/LessonPart';
import { moved } from '../../lessons/moved';
import { loadProgress, useProgress } from '../../storage/progress';
import { idIn } from '../place';
import { PuzzlePage } from '../PuzzlePage';
import { siteName, titleOf, type Page } from '../site';
import { Wordmark } from '../Wordmark';

/** One part of the site, and under it whose it is. */
export function Embedded({ page }: { readonly page: Page }) {
  useEffect(() => {
    loadProgress();
    document.documentElement.dataset['alive'] = 'true';
  }, []);
  return (
    <main id="main" className="embed" aria-label={titleOf(page)}>
      <ErrorBoundary what="This part">
        <Suspense fallback={<p className="hint">Fetching…</p>}>
          <Part page={page} />
        </Suspense>
      </ErrorBoundary>
      <Foot />
    </main>
  );
}

function Part({ page }: { readonly page: Page }): ReactNode {
  switch (page.kind) {
    case 'playground':
      return <Playground loadLessons={loadAllPrograms} />;
    case 'scheduler':
      return <Scheduler loadLessons={loadAllPrograms} waits />;
    case 'lesson':
      return <PartOfLesson id={page.meta.id} />;
    case 'home':
    case 'glossary':
    case 'sources':
    case 'certificate':
    case 'puzzles':
    case 'missing':
      return <Nothing />;
    case 'puzzle':
      return <PuzzlePage id={page.id} />;
    default:
      return assertNever(page);
  }
}

function PartOfLesson({ id: named }: { readonly id: string }) {
  const anchor = idIn(location.hash);
  const id = moved[named]?.[anchor] ?? named;
  const lesson = use(lessonOf(id).load());
  const solved = useProgress((state) => state.progress.solved);
  const solve = useProgress((state) => state.solve);
  const spend = useProgress((state) => state.spend);
  return (
    <LessonPart id={id} lesson={lesson} anchor={anchor} solved={solved} onSolve={solve} onSpend={spend}>
      <Nothing />
    </LessonPart>
  );
}

function Nothing() {
  return (
    <p>
      This address names no program, experiment or puzzle to show here.{' '}
      <OwnWindow>Open the page that it names</OwnWindow>.
    </p>
  );
}

/** Whose this is, and the one line on what a browser keeps back from a page within another site's. */
function Foot() {
  const stores = useProgress((state) => state.trouble?.kind !== 'blocked');
  return (
    <footer className="embed-foot">
      <Wordmark />
      <OwnWindow>{`Open in ${siteName}`}</OwnWindow>
      <span role="status">{lacking(stores, globalThis.crossOriginIsolated)}</span>
    </footer>
  );
}

/** What this page lacks here, in one sentence; empty where it lacks nothing. */
function lacking(stores: boolean, sharesMemory: boolean): string {
  const lacks = [...(stores ? [] : ['nothing is kept']), ...(sharesMemory ? [] : ['workers share no memory'])];
  return lacks.length === 0 ? '' : `In this frame ${lacks.join(', and ')}.`;
}
