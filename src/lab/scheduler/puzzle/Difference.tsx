import { differenceOf, type ComparedLine } from './difference';

const signs: Record<ComparedLine['change'], string> = { kept: ' ', removed: '−', added: '+' };
const words: Record<ComparedLine['change'], string> = { kept: '', removed: 'removed: ', added: 'added: ' };

interface DifferenceProps {
  readonly original: string;
  readonly mended: string;
  /** Puts the mended program into the editor. */
  onUse(): void;
}

/** A mended program, with what differs from the original. */
export function Difference({ original, mended, onUse }: DifferenceProps) {
  return (
    <figure className="code puzzle-solution">
      <figcaption>
        One way to mend it, and what it changes{' '}
        <button type="button" className="button" onClick={onUse}>
          Use this
        </button>
      </figcaption>
      {/* The keyboard must be able to scroll long lines. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} role="group" aria-label="A solution">
        <code className="puzzle-difference">
          {differenceOf(original, mended).map(({ text, change }, at) => (
            <span key={at} data-change={change}>
              <span className="visually-hidden">{words[change]}</span>
              <span aria-hidden="true">{signs[change]} </span>
              {text}
            </span>
          ))}
        </code>
      </pre>
    </figure>
  );
}
