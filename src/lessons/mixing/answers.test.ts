import { describe, expect, it } from 'vitest';
import { measuredPrinting as measured } from '../../core/experiment/measured.fixture';
import { usersNamed } from './answers';

const lines = (tea: string, cake: string): string =>
  `Ada's tea, ordered by ${tea}\na guest's cake, ordered by ${cake}\n`;
const all = {
  task: lines('Ada', 'nobody'),
  'task-local': lines('Ada', 'Ada'),
  thread: lines('nobody', 'nobody'),
  'to-thread': "a guest's cake, ordered by nobody\nAda's tea, ordered by Ada\n",
  executor: lines('nobody', 'nobody'),
  'pool-local': lines('Ada', 'Ada'),
};

describe('whom the lines name', () => {
  it('is read from what the programs printed, in any order', () => {
    expect(usersNamed(measured(all))).toBe('right ada nobody right nobody ada');
    expect(usersNamed(measured({ ...all, thread: lines('Ada', 'nobody') }))).toBe('right ada right right nobody ada');
  });

  it.each([
    ['', 'nothing'],
    ["Ada's tea, ordered by Ada\n", 'one line only'],
    [lines('nobody', 'Ada'), 'what no way does'],
  ])('is not known where a program tells %j: %s', (printed) =>
    expect(usersNamed(measured({ ...all, task: printed }))).toBeNull(),
  );

  it('is not known before all have run', () => {
    const { task: _, ...others } = all;
    expect(usersNamed(measured(others))).toBeNull();
  });
});
