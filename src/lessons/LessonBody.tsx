import type { Lesson } from './lesson';
import { LessonContext } from './context';
import { mdxComponents } from './components';

interface LessonBodyProps {
  readonly id: string;
  readonly lesson: Lesson;
  /** By `lesson/question`: the option last chosen. */
  readonly answers: Readonly<Record<string, string>>;
  onAnswer(question: string, option: string): void;
}

/** A lesson's MDX with the components it may use. */
export function LessonBody({ id, lesson, answers, onAnswer }: LessonBodyProps) {
  const { Content } = lesson;
  return (
    <LessonContext value={{ id, lesson, answers, onAnswer }}>
      <div className="prose">
        <Content components={mdxComponents} />
      </div>
    </LessonContext>
  );
}
