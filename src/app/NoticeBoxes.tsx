import { useProgress } from '../storage/progress';
import type { StorageTrouble } from '../storage/box';
import { assertNever } from '../core/base/assertNever';
import { useRunning } from '../lab/running';
import { downloadText } from '../ui/download';
import { useUpdates } from './serviceWorker';
import { applyUpdate } from './updates';

function wordsOf(trouble: StorageTrouble): string {
  switch (trouble.kind) {
    case 'blocked':
      return 'This browser does not let the site store anything, so your progress lasts until you close the page. Export it under Progress if you want to keep it.';
    case 'full':
      return 'The browser’s storage is full, so your newest progress lasts until you close the page. Export it under Progress, or free some space.';
    case 'corrupt':
      return 'Your stored progress was damaged and could not be read. The damaged copy was put aside, and you start afresh; you can save what was found in it.';
    case 'newer':
      return `Your stored progress was written by a newer Timeslice (format ${trouble.version}). It is left untouched, and what you do now is not stored. Load the page again to get the newest version.`;
    default:
      return assertNever(trouble);
  }
}

/** The notices themselves: they come when there is something to say, which is seldom. */
export function NoticeBoxes() {
  const trouble = useProgress((state) => state.trouble);
  const dismiss = useProgress((state) => state.dismissTrouble);
  const waiting = useUpdates((state) => state.waiting);
  const running = useRunning((state) => state.count > 0);
  return (
    <>
      {trouble === null ? null : (
        <div className="notice" data-notice={trouble.kind}>
          <p>{wordsOf(trouble)}</p>
          <p className="button-row">
            {'raw' in trouble ? (
              <button
                type="button"
                className="button"
                onClick={() => downloadText('timeslice-progress-found.txt', 'text/plain', trouble.raw)}
              >
                Save what was found
              </button>
            ) : null}
            <button type="button" className="button button-quiet" onClick={dismiss}>
              Dismiss
            </button>
          </p>
        </div>
      )}
      {waiting === null ? null : (
        <div className="notice" data-notice="update">
          <p>
            A new version of the site is ready.
            {running ? ' It can be loaded when the running experiment has ended.' : ''}
          </p>
          <p className="button-row">
            <button type="button" className="button" disabled={running} onClick={() => applyUpdate(waiting)}>
              Load it
            </button>
          </p>
        </div>
      )}
    </>
  );
}
