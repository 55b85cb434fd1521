import { useEffect, useRef } from 'react';
import { differenceOf, hunksOf, type ComparedLine } from './difference';

const signs: Record<ComparedLine['change'], string> = { kept: ' ', removed: '−', added: '+' };
const words: Record<ComparedLine['change'], string> = { kept: '', removed: 'removed: ', added: 'added: ' };

interface DifferenceProps {
  readonly original: string;
  readonly mended: string;
  /** Puts the mended program into the editor. */
  onUse(): void;
}

/** What differs between a mended program and the original, with the lines around it. */
export function Difference({ original, mended, onUse }: DifferenceProps) {
  const figure = useRef<HTMLElement>(null);
  useEffect(() => {
    figure.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <figure className="code puzzle-solution" ref={figure}>
      <figcaption>
        <span>One way to mend it</span>
        <button type="button" className="button" onClick={onUse}>
          Use this
        </button>
      </figcaption>
      {/* The keyboard must be able to scroll long lines. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} role="group" aria-label="A solution">
        <code className="puzzle-difference">
          {hunksOf(differenceOf(original, mended)).map((part, at) =>
            typeof part === 'number' ? (
              <span key={at} className="difference-gap">
                {part} lines as they were
              </span>
            ) : (
              <span key={at} data-change={part.change}>
                <span className="visually-hidden">{words[part.change]}</span>
                <span aria-hidden="true">{signs[part.change]} </span>
                {part.text}
              </span>
            ),
          )}
        </code>
      </pre>
    </figure>
  );
}
