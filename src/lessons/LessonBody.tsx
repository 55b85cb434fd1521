import { useFollowLinks } from '../ui/Link';
import { LessonContext, type OpenLesson } from './context';
import { mdxComponents } from './components';

/** A lesson's MDX with the components it may use. */
export function LessonBody(open: OpenLesson) {
  const { Content } = open.lesson;
  const follow = useFollowLinks();
  return (
    <LessonContext value={open}>
      {/* What is pressed is a link within; the keyboard presses it, too. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div className="prose" onClick={follow}>
        <Content components={mdxComponents} />
      </div>
    </LessonContext>
  );
}
