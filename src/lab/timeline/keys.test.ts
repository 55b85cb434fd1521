import { describe, expect, test } from 'vitest';
import type { PressedKey } from '../../ui/keys';
import { obeyKey } from './keys';
import { recordedCommands } from './recordedCommands.fixture';

const key = (key: string, modifiers: Partial<PressedKey> = {}): PressedKey => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...modifiers,
});

describe('obeyKey', () => {
  test.each<[PressedKey, string]>([
    [key('ArrowLeft'), 'move {"by":"span","step":-1}'],
    [key('ArrowRight'), 'move {"by":"span","step":1}'],
    [key('ArrowUp'), 'move {"by":"lane","step":-1}'],
    [key('ArrowDown'), 'move {"by":"lane","step":1}'],
    [key('PageUp'), 'move {"by":"lane","step":-10}'],
    [key('PageDown'), 'move {"by":"lane","step":10}'],
    [key('Home'), 'move {"by":"first"}'],
    [key('End'), 'move {"by":"last"}'],
    [key('ArrowLeft', { shiftKey: true }), 'panByShare -0.2'],
    [key('ArrowRight', { shiftKey: true }), 'panByShare 0.2'],
    [key('+', { shiftKey: true }), 'zoom 0.5'],
    [key('='), 'zoom 0.5'],
    [key('-'), 'zoom 2'],
    [key('0'), 'reset'],
    [key('Enter'), 'enter'],
  ])('$key (shift: $shiftKey) asks for %s', (pressed, command) => {
    const { commands, log } = recordedCommands();
    expect(obeyKey(pressed, commands)).toBe(true);
    expect(log).toEqual([command]);
  });

  test.each([
    key('n'),
    key('r'),
    key('Tab'),
    key('?'),
    key('+', { ctrlKey: true }),
    key('-', { metaKey: true }),
    key('ArrowLeft', { altKey: true }),
  ])('leaves $key to the page and the browser (ctrl: $ctrlKey, meta: $metaKey, alt: $altKey)', (pressed) => {
    const { commands, log } = recordedCommands();
    expect(obeyKey(pressed, commands)).toBe(false);
    expect(log).toEqual([]);
  });
});
