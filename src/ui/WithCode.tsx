import { Fragment } from 'react';

interface WithCodeProps {
  /** Plain text, with code between backticks, as in Markdown. */
  readonly text: string;
}

/** A sentence that has code in it. */
export function WithCode({ text }: WithCodeProps) {
  return text
    .split('`')
    .map((part, index) =>
      index % 2 === 1 ? <code key={index}>{part}</code> : <Fragment key={index}>{part}</Fragment>,
    );
}
