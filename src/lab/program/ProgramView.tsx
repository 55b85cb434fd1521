import { Suspense, useRef, useState } from 'react';
import { mayHaveDraft } from '../../storage/draftKey';
import { downloadText } from '../../ui/download';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { lazily } from '../../ui/lazily';
import { useCopy } from '../../ui/useCopy';
import { useMounted } from '../../ui/useMounted';
import { usePress } from '../../ui/usePress';
import { sourceOf, type Program } from '../workbench/program';
import type { DeskSeen, Wish } from './LiveProgram';

// Python, console, timeline and editor come with the first press of a button.
const ProgramDesk = lazily(() => import('./LiveProgram').then((module) => module.ProgramDesk));

interface CopyButtonProps {
  readonly name: string;
  readonly code: React.RefObject<HTMLElement | null>;
  text(): string;
}

function CopyButton({ name, code, text }: CopyButtonProps) {
  const [copied, copy] = useCopy(2500);
  const press = async (): Promise<void> => {
    if (await copy(text())) return;
    // Selected, the reader's own keys can copy it.
    const shown = code.current?.closest('figure')?.querySelector('.cm-content') ?? code.current;
    if (shown !== null) getSelection()?.selectAllChildren(shown);
  };
  const word = copied === null ? 'Copy' : copied ? 'Copied' : 'Press Ctrl+C';
  return (
    <button
      type="button"
      className="button button-quiet"
      aria-live="polite"
      aria-label={`${word}: ${name}`}
      onClick={() => void press()}
    >
      {word}
    </button>
  );
}

interface ProgramViewProps {
  readonly program: Program;
  readonly caption?: string;
  /** Shows the beginning only, until the reader asks for the rest. */
  readonly folded?: boolean;
}

/** A program that is hardly longer than what a fold would show is shown whole. */
const foldedLines = 15;

/** A lesson's Python file, to be run, edited, copied and downloaded. */
export function ProgramView({ program, caption, folded = false }: ProgramViewProps) {
  const code = useRef<HTMLElement>(null);
  const listing = useRef<HTMLPreElement>(null);
  const [open, setOpen] = useState(false);
  const [wish, setWish] = useState<Wish | null>(null);
  const [seen, setSeen] = useState<DeskSeen | null>(null);
  const press = usePress<Wish['to']>((to) => setWish({ to }));
  const { name, html } = program;
  // The prerendered page knows nothing of the reader.
  const mounted = useMounted();
  const kept = mounted && seen?.editing !== true && mayHaveDraft(name);
  const lines = html.split('\n').length;
  const foldable = folded && lines > foldedLines;
  const text = (): string => seen?.source ?? sourceOf(program);
  const button = (to: Wish['to'], word: string, look = 'button button-quiet') => (
    <button
      type="button"
      className={look}
      data-run={look === 'button'}
      aria-label={`${word}: ${name}`}
      onClick={(event) => press(event, to)}
    >
      {word}
    </button>
  );
  return (
    <figure className="code" data-program={name} data-folded={foldable && !open}>
      <figcaption>
        <span>
          <code>{name}</code>
          {caption === undefined ? null : ` · ${caption}`}
        </span>
        <span className="program-buttons">
          {seen?.busy === true ? button('stop', 'Stop', 'button') : button('run', 'Run', 'button')}
          {seen?.editing !== true
            ? button('edit', kept ? 'Your version' : 'Edit')
            : seen.source === null && seen.aside
              ? button('restore', 'Restore')
              : button('reset', 'Reset')}
          <CopyButton name={name} code={code} text={text} />
          <button
            type="button"
            className="button button-quiet"
            aria-label={`Download: ${name}`}
            onClick={() => downloadText(name, 'text/x-python', text())}
          >
            Download
          </button>
          {button('playground', 'Playground')}
          {button('scheduler', 'Step')}
        </span>
      </figcaption>
      {/* The keyboard must be able to scroll long lines. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre ref={listing} tabIndex={0} aria-label={name} role="group" hidden={seen?.editing}>
        <code ref={code} dangerouslySetInnerHTML={{ __html: html }} />
      </pre>
      {foldable && seen?.editing !== true ? (
        <button type="button" className="button button-quiet fold" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Show less' : `Show all ${lines} lines`}
        </button>
      ) : null}
      {wish === null ? null : (
        <ErrorBoundary what="The run">
          <Suspense fallback={<p className="hint draft-note">Fetching what runs it…</p>}>
            <ProgramDesk
              program={program}
              wish={wish}
              listing={listing}
              onSeen={setSeen}
              onUnfold={() => setOpen(true)}
            />
          </Suspense>
        </ErrorBoundary>
      )}
    </figure>
  );
}
