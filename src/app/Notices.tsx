import { Suspense } from 'react';
import { useProgress } from '../storage/progress';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { lazily } from '../ui/lazily';
import { useUpdates } from './serviceWorker';

const NoticeBoxes = lazily(() => import('./NoticeBoxes').then((module) => module.NoticeBoxes));

/** What the reader must know about the site itself: storage that fails, a new version that waits. */
export function Notices() {
  const trouble = useProgress((state) => state.trouble !== null);
  const waiting = useUpdates((state) => state.waiting !== null);
  return (
    <div className="notices" role="status">
      {trouble || waiting ? (
        <ErrorBoundary what="A notice">
          <Suspense fallback={null}>
            <NoticeBoxes />
          </Suspense>
        </ErrorBoundary>
      ) : null}
    </div>
  );
}
