import { describe, expect, it } from 'vitest';
import { experiments as async } from '../async/experiments';
import { experiments as gil } from '../gil/experiments';
import { experiments as sharing } from '../sharing/experiments';
import { experiments as threads } from '../threads/experiments';
import { answerAt, follow, paths, type Decision } from './decide';
import { tree } from './tree';

const small: Decision = {
  kind: 'decision',
  text: 'Which way?',
  choices: [
    {
      id: 'left',
      text: 'Left.',
      next: {
        kind: 'decision',
        text: 'How far?',
        choices: [
          {
            id: 'far',
            text: 'Far.',
            next: {
              kind: 'advice',
              tool: 'threads',
              title: 'Far left',
              reason: 'So.',
              see: { lesson: 'x', experiment: 'y', title: 'z' },
            },
          },
        ],
      },
    },
    {
      id: 'right',
      text: 'Right.',
      next: {
        kind: 'advice',
        tool: 'none',
        title: 'Right',
        reason: 'So.',
        see: { lesson: 'x', experiment: 'y', title: 'z' },
      },
    },
  ],
};

const seen = (chosen: readonly string[]) => {
  const { asked, advice } = follow(small, chosen);
  return [...asked.map(({ decision, chosen: answer }) => `${decision.text} ${answer ?? '…'}`), advice?.title ?? null];
};

describe('follow', () => {
  it.each([
    [[], ['Which way? …', null]],
    [['left'], ['Which way? left', 'How far? …', null]],
    [
      ['left', 'far'],
      ['Which way? left', 'How far? far', 'Far left'],
    ],
    [['right'], ['Which way? right', 'Right']],
    [
      ['right', 'far'],
      ['Which way? right', 'Right'],
    ],
    [
      ['up', 'far'],
      ['Which way? …', null],
    ],
    [
      ['left', 'up'],
      ['Which way? left', 'How far? …', null],
    ],
  ])('%j', (chosen, expected) => expect(seen(chosen)).toEqual(expected));
});

describe('answerAt', () => {
  it('drops the answers that belonged to the old path', () => {
    expect(answerAt(['left', 'far'], 0, 'right')).toEqual(['right']);
    expect(answerAt(['left'], 1, 'far')).toEqual(['left', 'far']);
  });
});

describe('the decision tree of the lesson', () => {
  const all = paths(tree);

  it('asks four different questions, and nobody more than three', () => {
    const texts = (decision: Decision): readonly string[] => [
      decision.text,
      ...decision.choices.flatMap(({ next }) => (next.kind === 'decision' ? texts(next) : [])),
    ];
    expect(new Set(texts(tree)).size).toBe(4);
    expect(Math.max(...all.map(({ chosen }) => chosen.length))).toBe(3);
  });

  it('leads to every tool', () => {
    expect([...new Set(all.map(({ advice }) => advice.tool))].sort()).toEqual([
      'asyncio',
      'mix',
      'none',
      'processes',
      'threads',
    ]);
  });

  it('can be followed along every path, none of which meets the same choice twice', () => {
    for (const { chosen, advice } of all) expect(follow(tree, chosen).advice).toBe(advice);
    expect(new Set(all.map(({ chosen }) => chosen.join('/'))).size).toBe(all.length);
  });

  it('gives each answer a reason of one sentence', () => {
    for (const { advice } of all) expect(advice.reason).toMatch(/^[A-Z][^.?!]+\.$/);
  });

  it('points to experiments that exist', () => {
    const known: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
      Object.entries({ async, gil, sharing, threads }).map(([lesson, experiments]) => [
        lesson,
        Object.values(experiments).map(({ id }) => id),
      ]),
    );
    for (const { advice } of all) expect(known[advice.see.lesson]).toContain(advice.see.experiment);
  });
});
