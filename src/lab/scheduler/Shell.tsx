import type { Program } from '../workbench/program';
import { usualSettings } from './address';
import type { OpenedToStep } from './fromAddress';
import { RuleChoice } from './RuleChoice';
import { Layout, Waiting } from './Layout';

/** The page before its parts have arrived: the same shape, with a program to read. */
export function Shell({ program }: { readonly program: Program }) {
  const button = (word: string, look = 'button') => (
    <button type="button" className={look} disabled>
      {word}
    </button>
  );
  return (
    <Layout
      bar={
        <>
          {button('Try them all', 'button button-primary')}
          {button('Is it safe?')}
          {button('Edit', 'button scheduler-go')}
          {button('Programs')}
          {button('Settings', 'button button-quiet')}
        </>
      }
      settings={<RuleChoice value={usualSettings.granularity} disabled />}
      head={
        <h2>
          <code>{program.name}</code>
        </h2>
      }
    >
      <Waiting listing={<code dangerouslySetInnerHTML={{ __html: program.html }} />}>
        <p>Each thread gets a column here, and a button.</p>
      </Waiting>
    </Layout>
  );
}

interface PosterProps {
  readonly opened: OpenedToStep;
  onAsk(): void;
}

/** A program to read, and the button that begins to step through it. */
export function Poster({ opened, onAsk }: PosterProps) {
  const { program, steps, verdict, note } = opened;
  const count = steps?.schedule.length ?? 0;
  const word =
    verdict !== null
      ? 'Check its verdict'
      : count > 0
        ? `Replay its ${count === 1 ? 'step' : `${count} steps`}`
        : 'Step through it';
  return (
    <Layout
      bar={
        <button type="button" className="button button-primary" onClick={onAsk}>
          {word}
        </button>
      }
      settings={null}
      notes={note?.kind === 'trouble' ? <p className="hint">{note.words}</p> : null}
      head={
        <h2>
          <code>{program.name}</code>
        </h2>
      }
    >
      <div className="code">
        {/* The keyboard must be able to scroll long lines. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre tabIndex={0} role="group" aria-label={program.name}>
          <code>{program.source.trimEnd()}</code>
        </pre>
      </div>
    </Layout>
  );
}
