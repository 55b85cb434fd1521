import { Fragment, Suspense, useMemo, useRef, useState } from 'react';
import { mayHaveDraft } from '../../storage/draftKey';
import { downloadText } from '../../ui/download';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { lazily } from '../../ui/lazily';
import { LinkSign } from '../../ui/LinkSign';
import { More } from '../../ui/More';
import { useMounted } from '../../ui/useMounted';
import { usePress } from '../../ui/usePress';
import { noteRun } from './ran';
import { SafetyAsk } from '../safety/SafetyAsk';
import { CopyButton } from '../workbench/CopyButton';
import { sourceOf, type Program } from '../workbench/program';
import type { ProgramCommand, ProgramCommands, ProgramStatus } from './LiveProgram';

// Python, console, timeline and editor come with the first press of a button.
const LiveProgram = lazily(() => import('./LiveProgram').then((module) => module.LiveProgram));

interface ProgramViewProps {
  readonly program: Program;
  /** Its id in the page. */
  readonly anchor: string;
  readonly caption?: string;
  /** Shows the beginning only, until the reader asks for the rest. */
  readonly folded?: boolean;
}

/** A program that is hardly longer than what a fold would show is shown whole. */
const foldedLines = 15;

/** A lesson's Python file, to be run, edited, copied and downloaded. */
export function ProgramView({ program, anchor, caption, folded = false }: ProgramViewProps) {
  const listing = useRef<HTMLPreElement>(null);
  const [open, setOpen] = useState(false);
  /** The press that asked for what runs and edits the program; null before the first. */
  const [first, setFirst] = useState<ProgramCommand | null>(null);
  const [status, setStatus] = useState<ProgramStatus | null>(null);
  const commands = useRef<ProgramCommands>(null);
  const press = usePress<ProgramCommand>((command) => {
    if (command === 'run') noteRun(program.name);
    if (commands.current === null) setFirst(command);
    else commands.current[command]();
  });
  const { name, html } = program;
  // The prerendered page knows nothing of the reader.
  const mounted = useMounted();
  const kept = mounted && status?.editing !== true && mayHaveDraft(name);
  const lines = html.split('\n').length;
  const foldable = folded && lines > foldedLines;
  const original = useMemo(() => sourceOf(program), [program]);
  const source = status?.source ?? original;
  const button = (to: ProgramCommand, word: string, look = 'button button-quiet', title?: string) => (
    <button
      type="button"
      className={look}
      title={title}
      data-run={look === 'button'}
      aria-label={`${word}: ${name}`}
      onClick={(event) => press(event, to)}
    >
      {word}
    </button>
  );
  return (
    <figure className="code" id={anchor} data-program={name} data-folded={foldable && !open}>
      <figcaption>
        <span>
          <code>
            {name.split('_').map((part, index) => (
              // A long name breaks between its words.
              <Fragment key={index}>
                {index === 0 ? null : (
                  <>
                    _<wbr />
                  </>
                )}
                {part}
              </Fragment>
            ))}
          </code>
          {caption === undefined ? null : ` · ${caption}`}
          <LinkSign to={anchor} name={name} />
        </span>
        <span className="program-buttons">
          {status?.busy === true ? button('stop', 'Stop', 'button') : button('run', 'Run', 'button')}
          <More id={`${anchor}-more`} name={name}>
            {status?.editing !== true
              ? button('edit', kept ? 'Your version' : 'Edit')
              : status.source === null && status.aside
                ? button('restore', 'Restore')
                : button('reset', 'Reset')}
            <CopyButton name={name} text={() => source} />
            <button
              type="button"
              className="button button-quiet"
              aria-label={`Download: ${name}`}
              onClick={() => downloadText(name, 'text/x-python', source)}
            >
              Download
            </button>
            {button('playground', 'Playground', undefined, 'A page with more room, to edit and run it')}
            {button('scheduler', 'Step', undefined, 'You choose which thread goes next, step by step')}
          </More>
        </span>
      </figcaption>
      {/* The keyboard must be able to scroll long lines. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre ref={listing} tabIndex={0} aria-label={name} role="group" hidden={status?.editing}>
        <code dangerouslySetInnerHTML={{ __html: html }} />
      </pre>
      {foldable && status?.editing !== true ? (
        <button type="button" className="button button-quiet fold" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Show less' : `Show all ${lines} lines`}
        </button>
      ) : null}
      {first === null ? null : (
        <ErrorBoundary what="The run">
          <Suspense fallback={<p className="hint draft-note">Fetching Python…</p>}>
            <LiveProgram
              program={program}
              first={first}
              commands={commands}
              listing={listing}
              onStatus={setStatus}
              onUnfold={() => setOpen(true)}
            />
          </Suspense>
        </ErrorBoundary>
      )}
      {program.checkable ? <SafetyAsk name={name} source={source} /> : null}
    </figure>
  );
}
