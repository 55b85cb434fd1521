import { expect, it, vi } from 'vitest';
import { helloName, lifelineName } from '../core/base/door';
import { openDoor, portOfDoor, tellPage } from './door';

/** A port whose messages a test plays: the browser's own, and those that a program has made up. */
class PlayedPort {
  readonly said: unknown[] = [];
  readonly start = vi.fn<() => void>();
  readonly #listeners: ((event: object) => void)[] = [];

  addEventListener(_: string, listener: (event: object) => void): void {
    this.#listeners.push(listener);
  }

  postMessage(message: unknown): void {
    this.said.push(message);
  }

  async hear(data: unknown, isTrusted: boolean): Promise<void> {
    let stopped = false;
    const event = { data, isTrusted, origin: '', stopImmediatePropagation: () => (stopped = true) };
    for (const listener of this.#listeners) if (!stopped) listener(event);
    await Promise.resolve();
  }
}

/** As comlink calls a method. */
const call = (name: string): object => ({ id: '1', type: 'APPLY', path: [name], argumentList: [] });

it('hears the page by its port alone, and nothing that was made up', async () => {
  vi.stubGlobal('self', globalThis);
  vi.stubGlobal('navigator', {});
  const port = new PlayedPort();
  const open = vi.fn<() => number>(() => 5);
  openDoor({ open }, port as unknown as MessagePort);
  expect(port.start).toHaveBeenCalledOnce();
  await port.hear(call('open'), false);
  await port.hear({ timeslice: lifelineName, lock: 'a' }, false);
  expect(open).not.toHaveBeenCalled();
  expect(port.said).toEqual([]);
  await port.hear(call('open'), true);
  await port.hear({ timeslice: lifelineName, lock: 'a' }, true);
  tellPage('news');
  expect(open).toHaveBeenCalledOnce();
  expect(port.said).toContainEqual(expect.objectContaining({ timeslice: helloName, holds: false }));
  expect(port.said).toContainEqual(expect.objectContaining({ news: 'news' }));
});

it('finds no port where a worker was started otherwise', () => {
  vi.stubGlobal('self', {});
  expect(() => portOfDoor()).toThrow('not started as it should be');
});
