import type { Commands } from './surface';

/** Commands that do nothing but write down what was asked for: `zoom 2 400`. */
export function recordedCommands(canPan = true): { readonly commands: Commands; readonly log: string[] } {
  const log: string[] = [];
  const note =
    (name: string) =>
    (...given: readonly unknown[]): void => {
      const words = given.map((value) => (typeof value === 'number' ? String(Number(value.toFixed(3))) : JSON.stringify(value)));
      log.push([name, ...words].join(' '));
    };
  const commands: Commands = {
    zoom: note('zoom'),
    panBy: note('panBy'),
    panByShare: note('panByShare'),
    reset: note('reset'),
    move: note('move'),
    enter: note('enter'),
    choose: note('choose'),
    hover: note('hover'),
    leave: note('leave'),
    forget: note('forget'),
    canPan,
  };
  return { commands, log };
}
