import { renderToString } from 'react-dom/server';
import { catalog, lessonOf, textsOf } from '../lessons/catalog';
import { descriptions } from '../lessons/descriptions';
import { ladder } from '../lessons/ladder/ladder';
import { App } from './App';
import { withContents } from './contentsHtml';
import { lessonPage, puzzlePage, singlePages } from './latePage';
import {
  certificateDescription,
  certificatePath,
  glossaryDescription,
  glossaryPath,
  pageAt,
  pathOf,
  playgroundDescription,
  playgroundPath,
  puzzlesDescription,
  puzzlesPath,
  schedulerDescription,
  schedulerPath,
  siteDescription,
  siteName,
  sourcesDescription,
  sourcesPath,
  titleOf,
} from './site';

/** One page of the site as HTML. */
export interface PrerenderedPage {
  /** From the site's root, with slashes at both ends. */
  readonly path: string;
  readonly title: string;
  /** The title without the site's name. */
  readonly heading: string;
  readonly description: string;
  readonly html: string;
  /** The chunks that this page needs besides the entry: the source file or the name of each, as the build's manifest has them. */
  readonly chunks: readonly string[];
}

export interface PageModule {
  renderPages(): Promise<readonly PrerenderedPage[]>;
}

/** Renders every page as the browser will draw it first, before it knows anything of the reader. */
export async function renderPages(): Promise<readonly PrerenderedPage[]> {
  await Promise.all([
    lessonPage.load(),
    puzzlePage.load(),
    ...Object.values(singlePages).map((page) => page.load()),
    ...catalog.flatMap(({ id }) => [lessonOf(id).load(), textsOf(id).load()]),
  ]);
  const page = (path: string, heading: string, description: string, ...chunks: readonly string[]): PrerenderedPage => ({
    path,
    heading,
    title: titleOf(pageAt(path)),
    description,
    html: renderToString(<App base="" path={path} />),
    chunks,
  });
  return [
    page('/', siteName, siteDescription, 'src/app/Home.tsx'),
    ...catalog
      .map((meta) =>
        page(pathOf(meta), meta.title, descriptions[meta.id] ?? '', 'lesson', `src/lessons/${meta.id}/index.ts`),
      )
      .map((one) => ({ ...one, html: withContents(one.html) })),
    page(schedulerPath, 'You are the scheduler', schedulerDescription, 'src/app/SchedulerPage.tsx'),
    page(playgroundPath, 'Playground', playgroundDescription, 'src/app/PlaygroundPage.tsx'),
    page(puzzlesPath, 'Puzzles', puzzlesDescription, 'src/app/PuzzlesPage.tsx'),
    ...ladder.map(({ id, title, task, teaches }) => ({
      ...page(`${puzzlesPath}${id}/`, title, `${task} ${teaches}`.replaceAll('`', ''), 'PuzzlePage'),
      title: `${title} · ${siteName}`,
    })),
    page(glossaryPath, 'Glossary', glossaryDescription, 'src/app/GlossaryPage.tsx'),
    page(sourcesPath, 'Sources', sourcesDescription, 'src/app/SourcesPage.tsx'),
    page(certificatePath, 'Certificate', certificateDescription, 'src/app/CertificatePage.tsx'),
  ];
}
