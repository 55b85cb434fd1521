import { puzzles } from './puzzles';

/** A puzzle's program as it is printed with its lesson; on the screen it comes with the puzzle. */
export function PuzzleListing({ id }: { readonly id: string }) {
  const program = puzzles.find((puzzle) => puzzle.id === id)?.program;
  return program === undefined ? null : (
    <figure className="code on-paper" aria-hidden="true">
      <figcaption>
        <code>{program.name}</code>
      </figcaption>
      <pre>
        <code>{program.source}</code>
      </pre>
    </figure>
  );
}
