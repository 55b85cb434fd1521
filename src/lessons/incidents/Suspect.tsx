import { listings } from './listings';
import './incidents.css';

/** The program of an incident, to be read. It is run and mended in the puzzle below it. */
export function Suspect({ of }: { readonly of: string }) {
  const program = listings[of];
  if (program === undefined) throw new Error(`There is no program for the incident ${of}.`);
  return (
    <figure className="code suspect">
      <figcaption>
        <code>{program.name}</code>
      </figcaption>
      {/* The keyboard must be able to scroll long lines. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} role="group" aria-label={program.name}>
        <code dangerouslySetInnerHTML={{ __html: program.html }} />
      </pre>
    </figure>
  );
}
