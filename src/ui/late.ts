import { noteFailed } from './lazily';

/** Something that is fetched when it is first wanted. */
export interface Late<T> {
  /** It, if it was loaded before. */
  loaded(): T | undefined;
  /** Loads it once. Rejects when it can't be fetched, and goes on to until the reader asks for another try. */
  load(): Promise<T>;
}

export function late<T>(fetchIt: () => Promise<T>): Late<T> {
  let loaded: T | undefined;
  let loading: Promise<T> | undefined;
  return {
    loaded: () => loaded,
    load: () => {
      loading ??= fetchIt().then(
        (it) => {
          loaded = it;
          return it;
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
