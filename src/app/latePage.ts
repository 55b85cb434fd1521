import type { ComponentType } from 'react';
import { late, type Late } from '../ui/late';
import type { Page } from './site';

/** A page whose component is fetched when it is first wanted, so that the others need not carry it. */
export type LatePage<P = object> = Late<ComponentType<P>>;

const latePage = <P = object>(fetchIt: () => Promise<ComponentType<P>>): LatePage<P> => late(fetchIt);

export const lessonPage = latePage(() => import('./LessonPage').then(({ LessonPage }) => LessonPage));
export const puzzlePage = latePage(() => import('./PuzzlePage').then(({ PuzzlePage }) => PuzzlePage));

/** The pages of which there is one each. */
export const singlePages: Readonly<Record<Exclude<Page['kind'], 'lesson' | 'puzzle'>, LatePage>> = {
  home: latePage(() => import('./Home').then(({ Home }) => Home)),
  playground: latePage(() => import('./PlaygroundPage').then(({ PlaygroundPage }) => PlaygroundPage)),
  scheduler: latePage(() => import('./SchedulerPage').then(({ SchedulerPage }) => SchedulerPage)),
  puzzles: latePage(() => import('./PuzzlesPage').then(({ PuzzlesPage }) => PuzzlesPage)),
  glossary: latePage(() => import('./GlossaryPage').then(({ GlossaryPage }) => GlossaryPage)),
  sources: latePage(() => import('./SourcesPage').then(({ SourcesPage }) => SourcesPage)),
  certificate: latePage(() => import('./CertificatePage').then(({ CertificatePage }) => CertificatePage)),
  missing: latePage(() => import('./NotFound').then(({ NotFound }) => NotFound)),
};
