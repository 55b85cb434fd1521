import type { ReactNode } from 'react';
import { CodeBlock } from '../lab/program/CodeBlock';
import { ExperimentCard } from '../lab/experiment/ExperimentCard';
import { ProgramView } from '../lab/program/ProgramView';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { lazily } from '../ui/lazily';
import { Anchor } from './Anchor';
import { Check } from './Check';
import { useLesson } from './context';
import { Heading, type HeadingProps } from './Heading';
import { Moved } from './Moved';
import { Outcome } from './Outcome';
import { Puzzle } from './Puzzle';
import { Table } from './Table';
import { Text } from './Text';

// It comes with the result: before, it would give the answer away.
const Recorded = lazily(() => import('./Recorded').then((module) => module.Recorded));

function Program({ id, caption }: { readonly id: string; readonly caption?: string }) {
  const program = useLesson().lesson.programs[id];
  if (program === undefined) throw new Error(`This lesson has no program called ${id}.`);
  return <ProgramView program={program} anchor={`program-${id}`} {...(caption === undefined ? {} : { caption })} />;
}

function Experiment({ id }: { readonly id: string }) {
  const { experiments } = useLesson().lesson;
  const experiment = experiments[id] ?? Object.values(experiments).find((candidate) => candidate.id === id);
  if (experiment === undefined) throw new Error(`This lesson has no experiment called ${id}.`);
  return (
    <div className="wide">
      <ErrorBoundary what="This experiment">
        <ExperimentCard
          experiment={experiment}
          recorded={
            experiment.recording === undefined ? null : (
              <Recorded
                id={experiment.recording}
                strategies={[...experiment.strategies, ...(experiment.recordedOnly ?? [])]}
              />
            )
          }
        />
      </ErrorBoundary>
    </div>
  );
}

function Saw() {
  return (
    <section className="saw">
      <Heading id="what-you-saw">What you saw</Heading>
      <ol>
        {useLesson().lesson.saw.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </section>
  );
}

function Aside({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return (
    <aside className="aside" aria-label={title}>
      <Heading id={id} level={3}>
        {title}
      </Heading>
      {children}
    </aside>
  );
}

/** What a `lesson.mdx` may use without importing it. */
export const mdxComponents = {
  Program,
  Experiment,
  Moved,
  Outcome,
  Puzzle,
  Check,
  Saw,
  Text,
  Aside,
  CodeBlock,
  a: Anchor,
  h2: Heading,
  h3: (props: HeadingProps) => <Heading level={3} {...props} />,
  table: Table,
};
