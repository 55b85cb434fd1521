import { expect, it } from 'vitest';
import { sameBefore } from './again';
import { momentOf, threadMoment } from './moment.fixture';

it('finds the last place that looks the same', () => {
  const at = (line: number, value: string): ReturnType<typeof momentOf> =>
    momentOf([threadMoment(line)], { globals: [['flag', value]] });
  const moments = [at(1, 'False'), at(2, 'False'), at(1, 'False'), at(2, 'True'), at(1, 'False'), at(3, 'True')];
  expect(moments.map((_, place) => sameBefore(moments, place))).toEqual([null, null, 0, null, 2, null]);
  expect(sameBefore(moments, 99)).toBeNull();
});
