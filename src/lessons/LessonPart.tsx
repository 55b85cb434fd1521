import { isValidElement, type ReactElement, type ReactNode } from 'react';
import { ProgramView } from '../lab/program/ProgramView';
import { mdxComponents } from './components';
import { LessonContext, type OpenLesson } from './context';
import { Puzzle } from './Puzzle';

interface LessonPartProps extends Pick<OpenLesson, 'id' | 'lesson' | 'solved' | 'onSolve' | 'onSpend'> {
  /** The id of the part in its lesson's page. */
  readonly anchor: string;
  /** What stands there where no part has this id. */
  readonly children: ReactNode;
}

/** One program, experiment or puzzle of a lesson, without the text around it. */
export function LessonPart({ anchor, children, ...open }: LessonPartProps) {
  const whole = { ...open, texts: [], answers: {}, onAnswer: () => undefined, guesses: {}, onGuess: () => undefined };
  const part = experimentOf(open.lesson, anchor) ?? programOf(open.lesson, anchor) ?? puzzleOf(open.lesson, anchor);
  return <LessonContext value={whole}>{part ?? children}</LessonContext>;
}

type Contents = OpenLesson['lesson'];

function experimentOf({ experiments }: Contents, anchor: string): ReactElement | null {
  const experiment = Object.values(experiments).find(({ id }) => id === anchor);
  return experiment === undefined ? null : <mdxComponents.Experiment id={experiment.id} />;
}

/** A program of the lesson's text, or of one of its experiments. */
function programOf({ programs, experiments }: Contents, anchor: string): ReactElement | null {
  const named = Object.entries(programs).find(([id]) => `program-${id}` === anchor)?.[1];
  const tried = Object.values(experiments)
    .flatMap(({ id, strategies }) =>
      strategies.map(({ program, ...strategy }) => ({ id: `${id}-${strategy.id}`, program })),
    )
    .find(({ id }) => id === anchor)?.program;
  const program = named ?? tried;
  return program === undefined ? null : <ProgramView program={program} anchor={anchor} />;
}

/** Its task stands in the lesson's text alone, so it is looked for there. */
function puzzleOf({ Content }: Contents, anchor: string): ReactElement | null {
  // What is made of a text in MDX is a function without hooks, which returns the text's elements.
  const text = (Content as (props: { readonly components: object }) => ReactNode)({ components: mdxComponents });
  return found(text, (element) => element.type === Puzzle && `puzzle-${element.props.id ?? ''}` === anchor);
}

type WithId = ReactElement<{ readonly id?: string; readonly children?: ReactNode }>;

function found(node: ReactNode, wanted: (element: WithId) => boolean): WithId | null {
  if (Array.isArray(node)) {
    for (const one of node as readonly ReactNode[]) {
      const inOne = found(one, wanted);
      if (inOne !== null) return inOne;
    }
    return null;
  }
  if (!isValidElement(node)) return null;
  const element = node as WithId;
  return wanted(element) ? element : found(element.props.children, wanted);
}
