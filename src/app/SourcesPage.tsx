import { Heading } from '../lessons/Heading';
import Content from './sources.mdx';

/** What was read for which lesson. */
export function SourcesPage() {
  return (
    <article className="prose">
      <h1>Sources</h1>
      <Content components={{ h2: Heading }} />
    </article>
  );
}
