import { Suspense } from 'react';
import { lazily } from '../../ui/lazily';
import { useSeen } from '../../ui/useSeen';
import './runs.css';

const RunsFigures = lazily(() => import('./RunsFigures').then((module) => module.RunsFigures));

/** The threads of two programs as they ran with the GIL and without; fetched when a reader comes there. */
export function Runs() {
  const [space, seen] = useSeen<HTMLDivElement>();
  return (
    <div ref={space} className="wide native-runs">
      {seen ? (
        <Suspense fallback={<p className="hint">Fetching what was recorded…</p>}>
          <RunsFigures />
        </Suspense>
      ) : null}
    </div>
  );
}
