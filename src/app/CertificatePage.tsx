import { use, useEffect, useId, useMemo, useState } from 'react';
import { useCaseNotes, type CaseProof } from '../storage/caseNotes';
import { longestName, useCertificateName } from '../storage/certificateName';
import { useProgress } from '../storage/progress';
import { Link, NavigationContext } from '../ui/Link';
import { useMounted } from '../ui/useMounted';
import { reckon, sayDate, sayClosed, sayDiagnosis, saySchedules, shortLine } from './certificate';
import type { PartStanding, Reckoning } from './certificate';
import './certificate.css';
import type { IncidentStanding } from './incidentStanding';
import { rightAnswers } from './rightAnswers';
import { siteName } from './site';
import { Wordmark } from './Wordmark';

const incidentsPath = '/incidents/';

/** What the reader has done in the course, on one sheet to print. It is a certificate when all incidents are closed. */
export function CertificatePage() {
  const progress = useProgress((state) => state.progress);
  const notes = useCaseNotes((state) => state.notes);
  const loadNotes = useCaseNotes((state) => state.load);
  const loadName = useCertificateName((state) => state.load);
  const reckoning = useMemo(() => reckon(progress, notes, rightAnswers), [progress, notes]);
  useEffect(() => {
    loadNotes();
    loadName();
  }, [loadNotes, loadName]);
  return (
    <article className="certificate">
      <div className="certificate-bar">
        <p>
          What you have done in the course, on one page to print. It is a certificate when all six incidents are closed:
          their causes found, their programs mended, and shown to be mended.
        </p>
        <button type="button" className="button" onClick={() => print()}>
          Print
        </button>
      </div>
      <Missing />
      <div className="sheet" data-complete={reckoning.isComplete}>
        <Head reckoning={reckoning} />
        <Course reckoning={reckoning} />
        <section className="sheet-incidents">
          <h2>The incidents</h2>
          <ol>
            {reckoning.incidents.map((incident) => (
              <Incident key={incident.id} incident={incident} />
            ))}
          </ol>
        </section>
        <Foot />
      </div>
    </article>
  );
}

/** What the page cannot know here. */
function Missing() {
  const isNewer = useCaseNotes((state) => state.trouble === 'newer');
  if (!isNewer) return null;
  return (
    <p className="notice">
      Your notes on the incidents were written by a newer Timeslice. They are left untouched, and this page lacks them.
      Load it again to get the newest version.
    </p>
  );
}

function Head({ reckoning }: { readonly reckoning: Reckoning }) {
  const { isComplete } = reckoning;
  return (
    <header className="sheet-head">
      <p className="sheet-site">
        <Wordmark />
        {siteName}
      </p>
      <h1>{isComplete ? 'Certificate' : 'On the way to the certificate'}</h1>
      <p className="sheet-subject">Concurrency in Python</p>
      <Name />
      <p className="sheet-words">
        {isComplete
          ? `has found the cause of ${sayClosed(reckoning)} of this course, mended each program, and shown that it is mended.`
          : `has closed ${sayClosed(reckoning)} of this course so far.`}
      </p>
    </header>
  );
}

/** The name, or a line to write it on. */
function Name() {
  const id = useId();
  const name = useCertificateName((state) => state.name);
  const trouble = useCertificateName((state) => state.trouble);
  const setName = useCertificateName((state) => state.setName);
  return (
    <div className="sheet-name">
      <input
        id={id}
        type="text"
        value={name}
        maxLength={longestName}
        autoComplete="name"
        spellCheck={false}
        onChange={(event) => setName(event.target.value)}
      />
      <p className="on-paper">{name}</p>
      <label htmlFor={id} data-empty={name.trim() === ''}>
        Your name<span>, {trouble === null ? 'kept in this browser' : 'until you close this page'}</span>
      </label>
    </div>
  );
}

/** The lessons as a tape, a lane for each part of the course, and the other figures. */
function Course({ reckoning: { parts, lessons, questions, predictions, puzzles } }: { readonly reckoning: Reckoning }) {
  const longest = Math.max(...parts.map(minutesOf));
  return (
    <section className="sheet-course">
      <h2>The course</h2>
      <ul className="numeric">
        {parts.map((part) => (
          <li key={part.id}>
            <span>{part.title}</span>
            <Lane part={part} longest={longest} />
            <span>
              {part.finished} of {part.lessons.length}
              <span className="visually-hidden"> lessons finished</span>
            </span>
          </li>
        ))}
      </ul>
      <dl className="numeric">
        <Figure figure={`${lessons.finished} of ${lessons.all}`} words="lessons finished" />
        <Figure
          figure={`${questions.answered} of ${questions.all}`}
          words={`questions answered, ${questions.right} of them right`}
        />
        <Figure figure={String(predictions)} words={predictions === 1 ? 'prediction made' : 'predictions made'} />
        <Figure
          figure={`${puzzles.solved} of ${puzzles.all}`}
          words={`puzzles solved; of the ${puzzles.toBreak} to break, ${puzzles.atPar} at par`}
        />
      </dl>
    </section>
  );
}

const minutesOf = ({ lessons }: PartStanding): number => lessons.reduce((sum, { minutes }) => sum + minutes, 0);

/** A span for each lesson, as long as it takes: filled where it is finished. `longest`: the minutes of the longest lane. */
function Lane({ part, longest }: { readonly part: PartStanding; readonly longest: number }) {
  const gap = longest / 120;
  return (
    <svg viewBox={`0 0 ${longest} 10`} preserveAspectRatio="none" aria-hidden="true">
      {part.lessons.map(({ id, minutes, isFinished }, at) => (
        <rect
          key={id}
          data-finished={isFinished}
          x={part.lessons.slice(0, at).reduce((sum, before) => sum + before.minutes, 0) + gap / 2}
          y="1"
          width={minutes - gap}
          height="8"
        />
      ))}
    </svg>
  );
}

function Figure({ figure, words }: { readonly figure: string; readonly words: string }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{figure}</dd>
    </div>
  );
}

function Incident({ incident }: { readonly incident: IncidentStanding }) {
  const { id, title, proof, rightAt, isClosed } = incident;
  return (
    <li data-closed={isClosed}>
      <div className="sheet-incident">
        <h3>
          <Link to={`${incidentsPath}#incident-${id}`}>{title}</Link>
        </h3>
        <p>{sayDiagnosis(incident)}</p>
      </div>
      <p className="sheet-date numeric">{proof !== null && isClosed ? sayDate(proof.at) : 'open'}</p>
      <p className="sheet-proof">
        {proof === null ? rightAt === null ? '' : 'The program is not mended yet.' : <Proof proof={proof} />}
      </p>
    </li>
  );
}

function Proof({ proof }: { readonly proof: CaseProof }) {
  if (proof.kind === 'schedules') return saySchedules(proof);
  const after = <samp>{shortLine(proof.after)}</samp>;
  if (proof.before === null) return <>It printed {after} after it was mended.</>;
  return (
    <>
      It printed <samp>{shortLine(proof.before)}</samp> before it was mended, and {after} after.
    </>
  );
}

/** When and from what this page was made. */
function Foot() {
  const { root } = use(NavigationContext);
  const mounted = useMounted();
  const [today] = useState(Date.now);
  return (
    <footer className="sheet-foot">
      <p className="sheet-today">
        <span className="numeric">{mounted ? sayDate(today, 'long') : ''}</span>
        <span>Date</span>
      </p>
      <p>
        A browser made this page from what is stored in it, and nobody has checked it. You can try the incidents
        yourself{mounted ? `: ${addressOf(root)}` : '.'}
      </p>
    </footer>
  );
}

/** Where the incidents are, as one would type it. `root`: the way from this page to the site's root. */
const addressOf = (root: string): string =>
  new URL(root + incidentsPath.slice(1), location.href).href.replace(/^https?:\/\//, '');
