import { expect, test } from 'vitest';
import { filesOfParts } from './offline-parts.ts';

const chunk = (name: string, imports: readonly string[] = [], dynamicImports: readonly string[] = []) => ({
  file: `assets/${name}.js`,
  name,
  imports: [...imports],
  dynamicImports: [...dynamicImports],
});

test('a file belongs to a part that alone needs it', () => {
  const files = filesOfParts({
    _frame: chunk(
      'frame',
      [],
      ['src/lessons/gil/index.ts', 'src/lessons/async/index.ts', 'src/app/PuzzlesPage.tsx', 'chart'],
    ),
    'src/lessons/gil/index.ts': chunk('gil', ['_frame', 'both'], ['judge', 'chart']),
    'src/lessons/gil/lesson.mdx?texts': chunk('gil-texts', ['_frame']),
    'src/lessons/async/index.ts': chunk('async', ['_frame', 'both'], ['_puzzle']),
    'src/app/PuzzlesPage.tsx': chunk('PuzzlesPage', ['_frame', '_puzzle']),
    _puzzle: chunk('PuzzlePage', ['_frame']),
    both: chunk('both'),
    judge: chunk('judge'),
    chart: chunk('chart'),
  });
  expect(Object.fromEntries(files)).toEqual({
    'assets/gil.js': 'gil',
    'assets/gil-texts.js': 'gil',
    'assets/judge.js': 'gil',
    'assets/async.js': 'async',
    'assets/PuzzlesPage.js': 'puzzles',
    'assets/PuzzlePage.js': 'puzzles',
  });
});
