import { createContext, use, type MouseEvent, type ReactNode } from 'react';

/** How a link inside the site is written and followed; the frame provides it. */
export interface Navigation {
  /** The relative path from this page to the site's root: `./` or `../`. */
  readonly root: string;
  /** What the page is called in a sentence: "Threads". */
  readonly title: string;
  /** Where the reader is by the address, which may be ahead of what is drawn. */
  here(): string;
  /** Follows a path within the site. Returns false where the browser should load the page itself. */
  go(path: string): boolean;
}

export const NavigationContext = createContext<Navigation>({ root: './', title: '', here: () => '/', go: () => false });

/** A press that asks for the page itself, not for a tab or a copy of it. */
const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** Follows the links of HTML that React did not draw as `Link` follows its own. */
export function useFollowLinks(): (event: MouseEvent) => void {
  const { root, go } = use(NavigationContext);
  return (event) => {
    const href = event.target instanceof Element ? event.target.closest('a')?.getAttribute('href') : null;
    const isInside = href?.startsWith(root) === true && !event.defaultPrevented && isPlain(event);
    if (isInside && go(`/${href.slice(root.length)}`)) event.preventDefault();
  };
}

interface LinkProps {
  /** A path within the site, from its root: `/gil/` or `/gil/#counting`. */
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string;
  readonly current?: boolean;
  readonly rel?: 'prev' | 'next';
}

/** A link within the site. Its `href` is relative, so the same HTML works under any sub-path. */
export function Link({ to, children, className, current, rel }: LinkProps) {
  const { root, go } = use(NavigationContext);
  return (
    <a
      href={root + to.replace(/^\//, '')}
      className={className}
      rel={rel}
      aria-current={current === true ? 'page' : undefined}
      onClick={(event) => {
        if (isPlain(event) && go(to)) event.preventDefault();
      }}
    >
      {children}
    </a>
  );
}
