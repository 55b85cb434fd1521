import type { ReactNode } from 'react';

interface MovedProps {
  /** The anchors of the parts that stood here, with spaces between them; `moved.ts` says where they are. */
  readonly parts: string;
  /** Where they are now, in words, with links. */
  readonly children: ReactNode;
}

/** A place in a lesson from which parts moved to another one: their old addresses land here. */
export function Moved({ parts, children }: MovedProps) {
  return (
    <div>
      {parts.split(' ').map((part) => (
        <span key={part} id={part} data-moved />
      ))}
      {children}
    </div>
  );
}
