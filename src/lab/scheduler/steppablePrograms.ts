import { exampleFrom, programGroupsOf, type LessonPrograms, type ProgramGroup } from '../workbench/programGroups';
import { sourceOf } from '../workbench/program';
import type { ExampleGroup } from './examples';
import { whatNoScheduleDecides } from '../workbench/unsteppable';

/** A program without another thread or task has nothing to choose. */
const hasOthers = /\b(?:Thread|Timer)\(|\bThreadPoolExecutor\b|\basyncio\.run\(/;
const isSteppable = (source: string): boolean => hasOthers.test(source) && whatNoScheduleDecides(source) === null;

/** What there is to step through: our own examples by subject, then those of the lessons' programs that can be stepped. */
export function steppableGroups(
  groups: readonly ExampleGroup[],
  lessons: readonly LessonPrograms[],
): readonly ProgramGroup[] {
  const own = groups.map(({ title, programs }) => ({
    lesson: title,
    title,
    examples: programs.map((program) => exampleFrom(program)),
  }));
  const steppable = lessons.map((lesson) => ({
    ...lesson,
    title: `From the lesson “${lesson.title}”`,
    programs: lesson.programs.filter((program) => isSteppable(sourceOf(program))),
  }));
  return [...own, ...programGroupsOf(steppable, {}).filter(({ examples }) => examples.length > 0)];
}
