import type { Program } from '../workbench/program';
import { Layout, NoOutput } from './Layout';

/** The playground before its parts have arrived: the same shape, with a program to read. */
export function Shell({ program }: { readonly program: Program }) {
  return (
    <Layout
      bar={
        <>
          <button type="button" className="button button-primary bench-go" disabled>
            Run
          </button>
          <button type="button" className="button" disabled>
            Reset
          </button>
          <button type="button" className="button" disabled>
            Programs
          </button>
        </>
      }
      head={<code>{program.name}</code>}
      editor={
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard must be able to scroll it
        <pre className="bench-listing" tabIndex={0} role="group" aria-label="Program">
          <code dangerouslySetInnerHTML={{ __html: program.html }} />
        </pre>
      }
      run={<NoOutput>What the program prints appears here.</NoOutput>}
    />
  );
}
