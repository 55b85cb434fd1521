/** A part of the course: lessons about one subject. */
export interface CoursePart {
  readonly id: string;
  readonly title: string;
  /** In their order. Each is the folder of that name, and the last part of its address: lower-case words with hyphens between them. */
  readonly lessons: readonly string[];
}

/** To add a lesson, add its folder, and its name here; CONTRIBUTING.md says what is in the folder. A part without lessons is not shown. */
const planned: readonly CoursePart[] = [
  { id: 'tools', title: 'The three tools', lessons: ['unveiled', 'threads', 'gil', 'sharing', 'async', 'choose'] },
  { id: 'threads-in-depth', title: 'Threads in depth', lessons: ['atomic', 'waiting', 'stuck', 'futures', 'stopping'] },
  { id: 'cores', title: 'Cores', lessons: ['processes', 'without-gil', 'how-many'] },
  {
    id: 'asyncio-in-depth',
    title: 'asyncio in depth',
    lessons: ['loop', 'groups', 'cancelling', 'pressure', 'mixing'],
  },
  { id: 'real-life', title: 'In real life', lessons: ['seeing', 'incidents'] },
];

/** The parts of the course that have lessons, in order. */
export const courseParts: readonly CoursePart[] = planned.filter(({ lessons }) => lessons.length > 0);

/** The ids of all lessons in the order of the course, across its parts. */
export const course: readonly string[] = courseParts.flatMap(({ lessons }) => lessons);

/**
 * What each lesson of the course has in one of its files, in order.
 * @param modules by path, as `import.meta.glob` gives them for that file of every folder
 * @throws an `Error` that names the file when a lesson does not have it.
 */
export function fromEachLesson<M>(
  modules: Readonly<Record<string, M>>,
  name: string,
): readonly { readonly id: string; readonly file: M }[] {
  return course.map((id) => {
    const file = modules[`./${id}/${name}`];
    if (file === undefined)
      throw new Error(
        `The lesson “${id}” of src/lessons/course.ts has no file src/lessons/${id}/${name}. CONTRIBUTING.md says what a lesson has.`,
      );
    return { id, file };
  });
}
