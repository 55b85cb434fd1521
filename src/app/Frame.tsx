import { Suspense, useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react';
import { Dialog } from '../ui/Dialog';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { lazily } from '../ui/lazily';
import { Link } from '../ui/Link';
import { Notices } from './Notices';
import { Sidebar } from './Sidebar';
import { siteName, type Page } from './site';
import { Wordmark } from './Wordmark';

const HelpDialog = lazily(() => import('./HelpDialog').then((module) => module.HelpDialog));
const ProgressDialog = lazily(() => import('./ProgressDialog').then((module) => module.ProgressDialog));

type Panel = 'none' | 'menu' | 'help' | 'progress';

/** The keys of the site, once they are here; where they can't be fetched, links and buttons must do. */
function Keys({ onHelp }: { onHelp(): void }) {
  const [Shortcuts, setShortcuts] = useState<ComponentType<{ onHelp(): void }> | null>(null);
  useEffect(() => {
    import('./Shortcuts').then(
      (module) => setShortcuts(() => module.Shortcuts),
      () => undefined,
    );
  }, []);
  return Shortcuts === null ? null : <Shortcuts onHelp={onHelp} />;
}

/** The hallway: the lessons at the side (a drawer on a phone), the page, and the site's own notices. */
export function Frame({ page, children }: { readonly page: Page; readonly children: ReactNode }) {
  const [panel, setPanel] = useState<Panel>('none');
  const main = useRef<HTMLElement>(null);
  const close = (): void => setPanel('none');

  const sidebar = <Sidebar page={page} onHelp={() => setPanel('help')} onProgress={() => setPanel('progress')} />;
  return (
    <>
      <a
        className="skip-link"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to the page
      </a>
      <header className="top-bar">
        <Link to="/" className="wordmark">
          <Wordmark />
          {siteName}
        </Link>
        <button type="button" className="button button-quiet" aria-haspopup="dialog" onClick={() => setPanel('menu')}>
          Menu
        </button>
      </header>
      <div className="frame">
        <aside className="side" aria-label="The course">
          {sidebar}
        </aside>
        <main id="main" ref={main} tabIndex={-1}>
          <Notices />
          <Keys onHelp={() => setPanel('help')} />
          <ErrorBoundary key={panel} what={panel === 'help' ? 'The help' : 'Your progress'}>
            <Suspense fallback={null}>
              {panel === 'help' ? <HelpDialog onClose={close} /> : null}
              {panel === 'progress' ? <ProgressDialog onClose={close} /> : null}
            </Suspense>
          </ErrorBoundary>
          {children}
        </main>
      </div>
      <Dialog
        title="Menu"
        open={panel === 'menu'}
        onClose={() => setPanel((now) => (now === 'menu' ? 'none' : now))}
        className="drawer"
      >
        {/* Following a link closes the drawer. */}
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
        <div onClick={(event) => (event.target as Element).closest('a') !== null && close()}>
          {panel === 'menu' ? sidebar : null}
        </div>
      </Dialog>
    </>
  );
}
