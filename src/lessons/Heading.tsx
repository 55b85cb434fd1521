import { Children, isValidElement, type ReactNode } from 'react';
import { LinkSign } from '../ui/LinkSign';

export interface HeadingProps {
  /** Its address in the page. */
  readonly id: string;
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}

const textOf = (node: ReactNode): string =>
  Children.toArray(node)
    .map((part) =>
      isValidElement<HeadingProps>(part) ? textOf(part.props.children) : typeof part === 'string' ? part : '',
    )
    .join('');

/** A section's heading, with a link to it beside it: within it, the link would be read as part of the heading. */
export function Heading({ id, level = 2, children }: HeadingProps) {
  const Tag = `h${level}` as const;
  return (
    <div className={`headed headed-${level}`}>
      <Tag id={id}>{children}</Tag>
      <LinkSign to={id} name={textOf(children)} />
    </div>
  );
}
