import type { ComponentType } from 'react';
import { noteFailed } from '../ui/lazily';

let loaded: ComponentType | undefined;
let loading: Promise<ComponentType> | undefined;

/** The first page's component if it was loaded before. Lessons need not carry it. */
export const loadedHome = (): ComponentType | undefined => loaded;

/** Loads it once. Rejects when it can't be fetched, and goes on to until the reader asks for another try. */
export function loadHome(): Promise<ComponentType> {
  loading ??= import('./Home').then(
    ({ Home }) => {
      loaded = Home;
      return Home;
    },
    (error: unknown) => {
      noteFailed(() => {
        loading = undefined;
      });
      throw error;
    },
  );
  return loading;
}
