import { useRef, useState } from 'react';
import type { Program } from './experiment';
import { sourceOf } from './programSource';

type CopyState = 'idle' | 'copied' | 'refused';

const copyWords: Record<CopyState, string> = { idle: 'Copy', copied: 'Copied', refused: 'Press Ctrl+C' };

function CopyButton({ program, code }: { readonly program: Program; readonly code: React.RefObject<HTMLElement | null> }) {
  const [state, setState] = useState<CopyState>('idle');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(sourceOf(program));
      setState('copied');
    } catch {
      // No permission, or an insecure address: select the text, so that the reader's own keys can copy it.
      if (code.current !== null) getSelection()?.selectAllChildren(code.current);
      setState('refused');
    }
    setTimeout(() => setState('idle'), 2500);
  };
  return (
    <button type="button" className="button button-quiet" aria-live="polite" aria-label={`${copyWords[state]}: ${program.name}`} onClick={() => void copy()}>
      {copyWords[state]}
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

/** A lesson's Python file with its name and a Copy button. */
export function ProgramView({ program, caption, folded = false }: ProgramViewProps) {
  const code = useRef<HTMLElement>(null);
  const [open, setOpen] = useState(false);
  const lines = program.html.split('\n').length;
  const foldable = folded && lines > foldedLines;
  return (
    <figure className="code" data-program={program.name} data-folded={foldable && !open}>
      <figcaption>
        <span>
          <code>{program.name}</code>
          {caption === undefined ? null : ` · ${caption}`}
        </span>
        <CopyButton program={program} code={code} />
      </figcaption>
      {/* The keyboard must be able to scroll long lines. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} aria-label={program.name} role="group">
        <code ref={code} dangerouslySetInnerHTML={{ __html: program.html }} />
      </pre>
      {foldable ? (
        <button type="button" className="button button-quiet fold" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Show less' : `Show all ${lines} lines`}
        </button>
      ) : null}
    </figure>
  );
}
