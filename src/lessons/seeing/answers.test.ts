import { describe, expect, it } from 'vitest';
import { measuredPrinting as measured } from '../../core/experiment/measured.fixture';
import { whyTheyStand } from './answers';

const ada = 'Ada: line 16, shelf.put(box)\n';
const tea = `Ben: box 0 is sent\n${ada}Ben: line 24, time.sleep(0.8)\nAda is done\n`;
const cups = `${ada}Ada still waits\n`;
const pots = `${ada}Ben: line 23, with books:\nAda still waits\n`;

describe('why Ada stands at her shelf', () => {
  it('follows from where Ben is', () => expect(whyTheyStand(measured({ tea, cups, pots }))).toBe('late gone circle'));

  it('is what a shop tells, whatever its name', () =>
    expect(whyTheyStand(measured({ tea: pots, cups: tea, pots: cups }))).toBe('circle late gone'));

  it('is not known before all three have told', () => {
    expect(whyTheyStand(measured({ tea, cups }))).toBeNull();
    expect(whyTheyStand(measured({ tea, cups, pots: ada }))).toBeNull();
    expect(whyTheyStand(measured({ tea: 'Ben: box 0 is sent\nAda is done\n', cups, pots }))).toBeNull();
    expect(whyTheyStand(measured({ tea, cups, pots: tea.replace('is done', 'still waits') }))).toBeNull();
  });
});
