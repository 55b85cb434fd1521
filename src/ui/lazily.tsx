import { lazy, type ComponentType } from 'react';

/** How to begin anew with each part of the site that could not be fetched. */
const failed = new Set<() => void>();

/** Notes that something could not be fetched: `begin` is called when it may be tried again. Until then it must stay failed, or React would try for ever. */
export function noteFailed(begin: () => void): void {
  failed.add(begin);
}

/** React's `lazy`, for a component that may be fetched again after `fetchFailedAgain()`; React itself never forgets a failure. */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const attempt = (): ComponentType<P> =>
    lazy(async () => {
      try {
        return { default: await load() };
      } catch (error) {
        noteFailed(begin);
        throw error;
      }
    });
  const begin = (): void => {
    Current = attempt();
  };
  let Current = attempt();
  return function Lazily(props: P) {
    return <Current {...props} />;
  };
}

/** Lets everything that could not be fetched be fetched once more when it is drawn next. */
export function fetchFailedAgain(): void {
  for (const begin of failed) begin();
  failed.clear();
}
