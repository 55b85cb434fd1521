import './styles/index.css';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './app/App';
import { noteDeliveredByWorker } from './app/serviceWorker';
import { siteBase } from './app/base';
import { lessonPage, puzzlePage, singlePages } from './app/latePage';
import { pageAt, type Page } from './app/site';
import { lessonOf } from './lessons/catalog';
import { loadSettings } from './storage/settings';

/** Links that the browser follows later are relative, and would lead elsewhere once the address changes without a load. */
function pinLinks(): void {
  const later = document.head.querySelectorAll<HTMLLinkElement>(
    'link[rel="icon"], link[rel="apple-touch-icon"], link[rel="manifest"]',
  );
  for (const link of later) link.setAttribute('href', link.href);
}

function contentOf(page: Page): Promise<unknown> {
  switch (page.kind) {
    case 'puzzle':
      return puzzlePage.load();
    case 'lesson':
      return Promise.all([lessonPage.load(), lessonOf(page.meta.id).load()]);
    default:
      return singlePages[page.kind].load();
  }
}

/** Takes over the prerendered page once its lesson is here, so that nothing flashes or moves. */
async function start(): Promise<void> {
  const container = document.getElementById('app');
  if (container === null) throw new Error('The page has no #app element.');
  loadSettings();
  const base = siteBase();
  pinLinks();
  const path = location.pathname.slice(base.length);
  const page = pageAt(path);
  // What could not be fetched is told in the page, with another try.
  await contentOf(page).catch(() => undefined);
  if (document.documentElement.dataset['embed'] !== undefined) {
    const { showEmbedded } = await import('./app/embed/show');
    showEmbedded(container, page, path);
    return;
  }
  const app = <App base={base} />;
  if (container.childElementCount > 0) hydrateRoot(container, app);
  else createRoot(container).render(app);
  noteDeliveredByWorker();
  // Nothing on the page waits for the service worker.
  if (document.readyState === 'complete') listenLate(base);
  else addEventListener('load', () => listenLate(base), { once: true });
}

/** Registers the service worker. Where its code can't be fetched, the next visit tries again. */
function listenLate(base: string): void {
  import('./app/updates').then(
    ({ listenForUpdates }) => listenForUpdates(base),
    () => undefined,
  );
}

void start();
