import { LessonContext, type OpenLesson } from './context';
import { mdxComponents } from './components';

/** A lesson's MDX with the components it may use. */
export function LessonBody(open: OpenLesson) {
  const { Content } = open.lesson;
  return (
    <LessonContext value={open}>
      <div className="prose">
        <Content components={mdxComponents} />
      </div>
    </LessonContext>
  );
}
