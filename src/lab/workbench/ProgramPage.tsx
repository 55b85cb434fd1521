import { Suspense, use, useState, type ReactNode } from 'react';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { noteFailed } from '../../ui/lazily';
import { useMounted } from '../../ui/useMounted';
import './page.css';

interface ProgramPageProps<O> {
  /** What the page's styles hang on. */
  readonly name: 'playground' | 'scheduler';
  readonly title: string;
  readonly lead: string;
  /** The page's shape, with a program to read, until its parts have arrived. */
  readonly shell: ReactNode;
  /** Opens what the address asks for. */
  open(): Promise<O>;
  /** The page's parts, around what was opened. */
  children(opened: O): ReactNode;
}

/** A page that takes any program: its heading, and below that first a shell, then the panel with what the address asks for. */
export function ProgramPage<O>({ name, title, lead, shell, open, children }: ProgramPageProps<O>) {
  const mounted = useMounted();
  // Here, not where it is waited for: what waits before its first draw forgets its state.
  const [opening, setOpening] = useState<Promise<O> | null>(null);
  if (mounted && opening === null) {
    const asked = open();
    asked.catch(() => noteFailed(() => setOpening(null)));
    setOpening(asked);
  }
  return (
    <div className={name}>
      <header className="playground-head">
        <h1>{title}</h1>
        <p>{lead}</p>
      </header>
      {opening === null ? (
        shell
      ) : (
        <ErrorBoundary what={`The ${name}`}>
          <Suspense fallback={shell}>
            <WhenOpened opening={opening}>{children}</WhenOpened>
          </Suspense>
        </ErrorBoundary>
      )}
    </div>
  );
}

function WhenOpened<O>({
  opening,
  children,
}: {
  readonly opening: Promise<O>;
  readonly children: (opened: O) => ReactNode;
}) {
  return children(use(opening));
}
