import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { course } from '../course';
import { puzzles } from '../puzzles';
import { kinds } from './kinds';
import { ideas, ladder, nextAfter } from './ladder';
import { lessonEntries } from './lessonEntries';

describe('the ladder', () => {
  it('has every puzzle once, and knows what it asks and what it takes', () => {
    expect(ladder.map(({ id }) => id).sort()).toEqual(puzzles.map(({ id }) => id).sort());
    expect(kinds).toEqual(
      Object.fromEntries(puzzles.map(({ id, goal }) => [id, goal.kind === 'break' ? goal.limit : goal.kind])),
    );
    expect(new Set(ladder.map(({ idea }) => idea))).toEqual(new Set(ideas));
  });

  it('has the titles and tasks of the lessons', () => {
    const told = course.flatMap((lesson) => {
      const prose = readFileSync(new URL(`../${lesson}/lesson.mdx`, import.meta.url), 'utf8');
      return [...prose.matchAll(/<Puzzle id="([^"]+)" title="([^"]+)">\n\n([^]*?)\n\n<\/Puzzle>/g)].map(
        ([, id, title, task = '']) => ({ id, title, task: task.replaceAll('**', ''), lesson }),
      );
    });
    expect(lessonEntries.map(({ id, title, task, lesson }) => ({ id, title, task, lesson }))).toEqual(told);
  });

  it('offers the next one that is not solved, and begins anew at its end', () => {
    const [first, second, third] = ladder.map(({ id }) => id);
    expect(nextAfter(null, [])?.id).toBe(first);
    expect(nextAfter(first ?? '', [second ?? ''])?.id).toBe(third);
    expect(nextAfter(ladder.at(-1)?.id ?? '', [])?.id).toBe(first);
    expect(
      nextAfter(
        first ?? '',
        ladder.map(({ id }) => id),
      ),
    ).toBeNull();
  });
});
