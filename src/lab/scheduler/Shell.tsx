import type { Program } from '../workbench/program';
import { usualSettings } from './address';
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
