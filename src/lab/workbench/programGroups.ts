import { sourceOf, type Program } from './program';

/** A lesson's programs, as the page that owns the lessons hands them in. */
export interface LessonPrograms {
  readonly id: string;
  /** "Threads". */
  readonly title: string;
  readonly programs: readonly Program[];
}

/** A program to choose, with what it shows. */
export interface Example {
  /** As in the address: `barrier`, or `gil/counting_threaded` for a lesson's program. */
  readonly id: string;
  readonly name: string;
  readonly sentence: string;
  readonly source: string;
}

/** The examples that belong to one lesson: its own programs, then ours. */
export interface ProgramGroup {
  readonly lesson: string;
  readonly title: string;
  readonly examples: readonly Example[];
}

const stem = (name: string): string => name.replace(/\.py$/, '');

/** What a program's docstring says first, on one line. What must be installed for it is not said: here it need not be. */
export function sentenceOf(source: string): string {
  const docstring = /^"""([^]*?)"""/.exec(source)?.[1] ?? '';
  return (docstring.split(/\n\s*\n/)[0] ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** Makes an example of a program. */
export function exampleFrom(program: Program, lesson: string | null = null): Example {
  const source = sourceOf(program);
  const id = stem(program.name);
  return { id: lesson === null ? id : `${lesson}/${id}`, name: program.name, sentence: sentenceOf(source), source };
}

/** Every example, in the order of the course. A program that a lesson shows twice stands there once. */
export function programGroupsOf(
  lessons: readonly LessonPrograms[],
  own: Readonly<Record<string, readonly Program[]>>,
): readonly ProgramGroup[] {
  return lessons.map(({ id, title, programs }) => {
    const names = new Set<string>();
    const fresh = programs.filter(({ name }) => !names.has(name) && names.add(name));
    return {
      lesson: id,
      title,
      examples: [
        ...fresh.map((program) => exampleFrom(program, id)),
        ...(own[id] ?? []).map((program) => exampleFrom(program)),
      ],
    };
  });
}
