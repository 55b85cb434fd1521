import { Glossary } from '../lessons/glossary/Glossary';

/** The terms of the subject, each in a sentence or two. */
export function GlossaryPage() {
  return (
    <article className="glossary">
      <h1>Glossary</h1>
      <p className="lede">The terms of the course, as these pages use them, and where each is taught.</p>
      <Glossary />
    </article>
  );
}
