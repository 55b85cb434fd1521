import { Children, createElement, isValidElement, type ReactElement, type ReactNode } from 'react';
import { CodeBlock } from '../lab/program/CodeBlock';
import { useLesson } from './context';
import type { MdxContent } from './lesson';
import { Table } from './Table';

interface TextProps {
  /** How it is drawn: by a tag, or as code. */
  readonly as: 'p' | 'ul' | 'ol' | 'blockquote' | 'table' | 'CodeBlock';
  /** Its number among the lesson's texts. */
  readonly of: string;
}

/** React leaves alone what it finds in an element whose HTML is given, and the page came with it. */
const kept = { dangerouslySetInnerHTML: { __html: '' }, suppressHydrationWarning: true };

/** A paragraph, a list, a table or a listing of a lesson: `tools/vite-lesson-text.ts` puts it where the text itself stood. */
export function Text({ as, of }: TextProps) {
  const { texts } = useLesson();
  if (texts !== null) return texts[Number(of)] ?? null;
  if (as === 'CodeBlock') return <CodeBlock html="" />;
  return as === 'table' ? <Table {...kept} /> : createElement(as, kept);
}

/** A lesson's texts in their order, from the module that holds them. */
export function textsFrom(Texts: MdxContent, components: Readonly<Record<string, unknown>>): readonly ReactElement[] {
  // What is made of a text in MDX is a function without hooks, which returns the text's elements.
  const whole = (Texts as (props: object) => ReactElement<{ readonly children: ReactNode }>)({ components });
  return Children.toArray(whole.props.children).filter((node) => isValidElement(node));
}
