import { Suspense, useState, type ReactNode } from 'react';
import { ErrorBoundary } from './ErrorBoundary';
import { isEmbedded } from './embedded';
import { lazily } from './lazily';

const EmbedDialog = lazily(() => import('./EmbedDialog').then((module) => module.EmbedDialog));

interface EmbedButtonProps {
  /** The address of what is to be embedded; asked for when the button is pressed. */
  address(): string;
  readonly title: string;
  /** What one should know before. */
  readonly children?: ReactNode;
}

/** Shows the code that puts something into the reader's own page. What is in a page already offers none. */
export function EmbedButton({ address, title, children }: EmbedButtonProps) {
  const [shown, setShown] = useState<string | null>(null);
  if (isEmbedded()) return null;
  return (
    <>
      <button type="button" className="button button-quiet" aria-haspopup="dialog" onClick={() => setShown(address())}>
        Embed
      </button>
      {shown === null ? null : (
        <ErrorBoundary what="The code to embed it">
          <Suspense fallback={null}>
            <EmbedDialog address={shown} title={title} onClose={() => setShown(null)}>
              {children}
            </EmbedDialog>
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}
