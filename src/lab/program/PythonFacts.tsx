import type { PythonRunView } from './usePythonRun';
import { whatRan } from './words';

/** True where one more load would bring shared memory: the service worker delivers the next page, and this one it did not. */
const reloadIsolates = (): boolean =>
  !globalThis.crossOriginIsolated && 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;

/** What one needs to know to judge a run. */
export function PythonFacts({ run }: { readonly run: PythonRunView }) {
  if (run.abilities === null) return null;
  return (
    <details className="what-ran">
      <summary>What really ran</summary>
      <ul>
        {whatRan(run.abilities, run).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {reloadIsolates() ? (
          <li>
            If you load the page again, it is isolated; what you have written is kept.{' '}
            <button type="button" className="link-button" onClick={() => location.reload()}>
              Load it again
            </button>
          </li>
        ) : null}
      </ul>
    </details>
  );
}
