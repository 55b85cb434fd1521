/**
 * The lessons in the order of the course. Each is the folder of that name, and the last part of its address: lower-case words with hyphens between
 * them. To add a lesson, add its folder and its name here; CONTRIBUTING.md says what is in the folder.
 */
export const course: readonly string[] = ['unveiled', 'threads', 'gil', 'sharing', 'async', 'choose', 'stuck'];

/**
 * What each lesson of the course has in one of its files, in order.
 * @param modules by path, as `import.meta.glob` gives them for that file of every folder
 * @throws an `Error` that names the file when a lesson does not have it.
 */
export function partsOf<M>(
  modules: Readonly<Record<string, M>>,
  file: string,
): readonly { readonly id: string; readonly part: M }[] {
  return course.map((id) => {
    const part = modules[`./${id}/${file}`];
    if (part === undefined)
      throw new Error(
        `The lesson “${id}” of src/lessons/course.ts has no file src/lessons/${id}/${file}. CONTRIBUTING.md says what a lesson has.`,
      );
    return { id, part };
  });
}
