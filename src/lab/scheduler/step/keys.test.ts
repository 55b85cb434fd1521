import { describe, expect, it } from 'vitest';
import type { PressedKey } from '../../../ui/keys';
import { meaningOf } from './keys';

const press = (text: string): PressedKey => {
  const parts = text.split('+');
  return {
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
  };
};
const here = { single: true };

describe('keys of a stepper', () => {
  it.each([
    ['0', { kind: 'choose', thread: 0 }],
    ['7', { kind: 'choose', thread: 7 }],
    ['u', { kind: 'undo' }],
    ['Backspace', { kind: 'undo' }],
    ['Ctrl+z', { kind: 'undo' }],
    ['Meta+z', { kind: 'undo' }],
    ['y', { kind: 'redo' }],
    ['Ctrl+y', { kind: 'redo' }],
    ['Ctrl+Shift+Z', { kind: 'redo' }],
    ['Home', { kind: 'restart' }],
    ['End', { kind: 'toEnd' }],
  ])('%s', (key, meaning) => expect(meaningOf(press(key), here)).toEqual(meaning));

  it.each(['a', 'Tab', 'Enter', ' ', 'ArrowLeft', 'Ctrl+1', 'Alt+1', 'Alt+Backspace', 'Ctrl+Home', 'F1', 'n', 'p'])(
    'leave %s to the page',
    (key) => expect(meaningOf(press(key), here)).toBeNull(),
  );

  it('are only those with Ctrl when the reader has turned single ones off', () => {
    const off = { single: false };
    expect(['1', 'u', 'Backspace', 'Home'].map((key) => meaningOf(press(key), off))).toEqual([null, null, null, null]);
    expect(meaningOf(press('Ctrl+z'), off)).toEqual({ kind: 'undo' });
  });
});
