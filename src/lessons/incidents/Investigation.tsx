import { Suspense, useId } from 'react';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { lazily } from '../../ui/lazily';
import { LinkSign } from '../../ui/LinkSign';
import { useSeen } from '../../ui/useSeen';
import { incidentIndex } from './incidentIndex';
import './incidents.css';

const InvestigationRoom = lazily(() => import('./InvestigationRoom').then((module) => module.InvestigationRoom));

/** Where to look after a report, and what may be wrong. Its places and answers are fetched when a reader comes there. */
export function Investigation({ of }: { readonly of: string }) {
  const [space, seen] = useSeen<HTMLElement>();
  const at = incidentIndex.findIndex(({ id }) => id === of);
  const anchor = `incident-${of}`;
  const heading = useId();
  return (
    <section ref={space} className="wide card investigation" id={anchor} aria-labelledby={heading}>
      <header className="card-head">
        <p className="kicker">
          Incident {at + 1} of {incidentIndex.length}
        </p>
        <div className="headed">
          <h3 id={heading}>
            Where do you look? <span className="visually-hidden">{incidentIndex[at]?.title}</span>
          </h3>
          <LinkSign to={anchor} name={`Where to look, ${incidentIndex[at]?.title ?? ''}`} />
        </div>
      </header>
      {seen ? (
        <ErrorBoundary what="This investigation">
          <Suspense fallback={<p className="hint">Fetching what is known…</p>}>
            <InvestigationRoom id={of} />
          </Suspense>
        </ErrorBoundary>
      ) : (
        <p className="on-paper">Four places to look, and three diagnoses, are on the screen.</p>
      )}
    </section>
  );
}
