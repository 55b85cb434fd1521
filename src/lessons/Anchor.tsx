import type { ComponentProps } from 'react';
import { Link } from '../ui/Link';

/** A link of a lesson's text, whatever path the site is served under: `lesson:gil#counting` leads to a lesson, `lesson:puzzles/tea` to a puzzle, `term:lock` to an entry of the glossary. */
export function Anchor({ href = '', children, ...rest }: ComponentProps<'a'>) {
  const [, kind, page = '', anchor = ''] = /^(lesson|term):([a-z0-9/-]+)(#.*)?$/.exec(href) ?? [];
  if (kind === 'lesson') return <Link to={`/${page}/${anchor}`}>{children}</Link>;
  if (kind === 'term')
    return (
      <Link to={`/glossary/#${page}`} className="term">
        {children}
      </Link>
    );
  return (
    <a href={href} {...rest}>
      {children}
    </a>
  );
}
