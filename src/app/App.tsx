import { createElement, use, useEffect, useMemo } from 'react';
import { navigate, useBrowserLocation } from 'wouter/use-browser-location';
import { loadProgress } from '../storage/progress';
import { NavigationContext, type Navigation } from '../ui/Link';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { Frame } from './Frame';
import { lessonPage, puzzlePage, singlePages, type LatePage } from './latePage';
import { hasToReloadForIsolation } from './serviceWorker';
import { pageAt, rootFrom, siteName, titleOf, type Page } from './site';

/** `props` are the page's own. */
function Late<P extends object>({ page, props }: { readonly page: LatePage<P>; readonly props: P }) {
  return createElement(page.loaded() ?? use(page.load()), props);
}

const none = {};

function PageBody({ page }: { readonly page: Page }) {
  switch (page.kind) {
    case 'puzzle':
      return <Late page={puzzlePage} props={{ id: page.id }} />;
    case 'lesson':
      return <Late key={page.meta.id} page={lessonPage} props={{ meta: page.meta, index: page.index }} />;
    default:
      return <Late page={singlePages[page.kind]} props={none} />;
  }
}

/** Pages with anchors in them. In the others the address holds a program. */
const hasAnchors = ({ kind }: Page): boolean => kind !== 'playground' && kind !== 'scheduler';

/** Brings the reader to where the address leads, once what stands before it is drawn. Where it can't be fetched, the browser's own way must do. */
function Landing() {
  useEffect(() => {
    import('./landing').then(
      ({ land }) => land(),
      () => undefined,
    );
  }, []);
  return null;
}

interface AppProps {
  /** Where the site is served: '' or `/timeslice`. */
  readonly base: string;
  /** The page to render, where there is no browser. */
  readonly path?: string;
}

/** The whole site, in the browser and in the prerendering. */
export function App({ base, path: rendered }: AppProps) {
  const [whole] = useBrowserLocation(rendered === undefined ? {} : { ssrPath: rendered });
  const path = whole.slice(base.length);
  const page = pageAt(path);
  const title = titleOf(page);
  const key = page.kind === 'lesson' ? page.meta.id : page.kind === 'puzzle' ? page.id : page.kind;
  const name = page.kind === 'lesson' ? page.meta.shortTitle : siteName;

  useEffect(() => loadProgress(), []);
  useEffect(() => {
    // A puzzle's page names itself: the others need not carry the names of all puzzles.
    if (page.kind !== 'puzzle') document.title = title;
  }, [title, page.kind]);

  const navigation = useMemo<Navigation>(
    () => ({
      root: rootFrom(path),
      title: name,
      here: () => location.pathname.slice(base.length),
      go(to) {
        // A page that is not isolated yet becomes so when the browser loads the next one itself: nothing is lost, and no reload is needed.
        if (hasToReloadForIsolation()) return false;
        document.documentElement.dataset['travelled'] = '';
        navigate(base + to);
        if (!to.includes('#') || !hasAnchors(pageAt(to.replace(/#.*/, '')))) scrollTo({ top: 0, behavior: 'instant' });
        return true;
      },
    }),
    [path, base, name],
  );

  return (
    <NavigationContext value={navigation}>
      <Frame page={page}>
        <ErrorBoundary key={key} what="This page">
          <PageBody page={page} />
          {hasAnchors(page) ? <Landing /> : null}
        </ErrorBoundary>
      </Frame>
    </NavigationContext>
  );
}
