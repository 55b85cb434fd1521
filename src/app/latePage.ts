import type { ComponentType } from 'react';
import { noteFailed } from '../ui/lazily';

/** A page whose component is fetched when it is first wanted, so that the others need not carry it. */
export interface LatePage<P = object> {
  /** Its component if it was loaded before. */
  loaded(): ComponentType<P> | undefined;
  /** Loads it once. Rejects when it can't be fetched, and goes on to until the reader asks for another try. */
  load(): Promise<ComponentType<P>>;
}

export function latePage<P = object>(fetchIt: () => Promise<ComponentType<P>>): LatePage<P> {
  let loaded: ComponentType<P> | undefined;
  let loading: Promise<ComponentType<P>> | undefined;
  return {
    loaded: () => loaded,
    load: () => {
      loading ??= fetchIt().then(
        (component) => {
          loaded = component;
          return component;
        },
        (error: unknown) => {
          noteFailed(() => {
            loading = undefined;
          });
          throw error;
        },
      );
      return loading;
    },
  };
}

export const homePage = latePage(() => import('./Home').then(({ Home }) => Home));
export const lessonPage = latePage(() => import('./LessonPage').then(({ LessonPage }) => LessonPage));
export const missingPage = latePage(() => import('./NotFound').then(({ NotFound }) => NotFound));
export const schedulerPage = latePage(() => import('./SchedulerPage').then(({ SchedulerPage }) => SchedulerPage));
export const glossaryPage = latePage(() => import('./GlossaryPage').then(({ GlossaryPage }) => GlossaryPage));
export const sourcesPage = latePage(() => import('./SourcesPage').then(({ SourcesPage }) => SourcesPage));
export const playgroundPage = latePage(() => import('./PlaygroundPage').then(({ PlaygroundPage }) => PlaygroundPage));
export const puzzlesPage = latePage(() => import('./PuzzlesPage').then(({ PuzzlesPage }) => PuzzlesPage));
export const puzzlePage = latePage(() => import('./PuzzlePage').then(({ PuzzlePage }) => PuzzlePage));
