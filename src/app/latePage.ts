import type { ComponentType } from 'react';
import { late, type Late } from '../ui/late';

/** A page whose component is fetched when it is first wanted, so that the others need not carry it. */
export type LatePage<P = object> = Late<ComponentType<P>>;

const latePage = <P = object>(fetchIt: () => Promise<ComponentType<P>>): LatePage<P> => late(fetchIt);

export const homePage = latePage(() => import('./Home').then(({ Home }) => Home));
export const lessonPage = latePage(() => import('./LessonPage').then(({ LessonPage }) => LessonPage));
export const missingPage = latePage(() => import('./NotFound').then(({ NotFound }) => NotFound));
export const schedulerPage = latePage(() => import('./SchedulerPage').then(({ SchedulerPage }) => SchedulerPage));
export const glossaryPage = latePage(() => import('./GlossaryPage').then(({ GlossaryPage }) => GlossaryPage));
export const sourcesPage = latePage(() => import('./SourcesPage').then(({ SourcesPage }) => SourcesPage));
export const playgroundPage = latePage(() => import('./PlaygroundPage').then(({ PlaygroundPage }) => PlaygroundPage));
export const puzzlesPage = latePage(() => import('./PuzzlesPage').then(({ PuzzlesPage }) => PuzzlesPage));
export const puzzlePage = latePage(() => import('./PuzzlePage').then(({ PuzzlePage }) => PuzzlePage));
