import { Suspense } from 'react';
import { lazily } from '../../ui/lazily';
import { useSeen } from '../../ui/useSeen';
import './incidents.css';

const GraphFigure = lazily(() => import('./GraphFigure').then((module) => module.GraphFigure));

/** The graph of a report, recorded on native Pythons; fetched when a reader comes there. */
export function Graph({ of }: { readonly of: string }) {
  const [space, seen] = useSeen<HTMLDivElement>();
  return (
    <div ref={space} className="wide incident-graph">
      {seen ? (
        <Suspense fallback={<p className="hint">Fetching the graph…</p>}>
          <GraphFigure of={of} />
        </Suspense>
      ) : null}
    </div>
  );
}
