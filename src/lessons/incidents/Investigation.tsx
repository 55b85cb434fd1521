import { Suspense } from 'react';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { lazily } from '../../ui/lazily';
import { useSeen } from '../../ui/useSeen';
import { incidentIndex } from './incidentIndex';
import './incidents.css';

const InvestigationRoom = lazily(() => import('./InvestigationRoom').then((module) => module.InvestigationRoom));

/** Where to look after a report, and what may be wrong. Its places and answers are fetched when a reader comes there. */
export function Investigation({ of }: { readonly of: string }) {
  const [space, seen] = useSeen<HTMLElement>();
  const title = incidentIndex.find(({ id }) => id === of)?.title ?? '';
  return (
    <section
      ref={space}
      className="wide card investigation"
      id={`incident-${of}`}
      aria-label={`Investigation: ${title}`}
    >
      {seen ? (
        <ErrorBoundary what="This investigation">
          <Suspense fallback={<p className="hint">Fetching what is known…</p>}>
            <InvestigationRoom id={of} />
          </Suspense>
        </ErrorBoundary>
      ) : null}
    </section>
  );
}
