import { readFileSync } from 'node:fs';
import { stepsTo } from '../clean/inPage';
import { expect, test } from '../../support/python';
import { countHits } from '../../support/otherSite.mjs';

/** What a program must not come by, however deep it digs. */
const powers =
  'fetch XMLHttpRequest WebSocket WebTransport EventSource BroadcastChannel Notification Request Worker SharedWorker importScripts'
    .concat(
      ' dispatchEvent addEventListener postMessage MessageEvent indexedDB IDBFactory caches Cache cookieStore StorageManager FileSystemDirectoryHandle LockManager ServiceWorker Blob WorkerNavigator',
    )
    .split(' ');

test("Python's worker is left without power", async ({ python }) => {
  const { stuck, left } = await (
    await python()
  ).evaluate(() => window.python?.confined() ?? { stuck: ['there is no Python'], left: [] }, null);
  expect(stuck).toEqual([]);
  expect(left.length).toBeGreaterThan(50);
  expect(left.filter((name) => powers.includes(name))).toEqual([]);
});

for (const kind of ['full', 'no-isolation', 'firefox'] as const) {
  test(`its policy lets it run no other's code and connect to nobody, without a service worker (${kind})`, async ({
    python,
  }) => {
    const other = await countHits();
    const found = await (await python(kind)).evaluate((address) => window.python?.probe(address), other.url);
    const { isolated, ...probed } = found ?? {};
    expect(isolated).toBe(String(kind !== 'no-isolation'));
    expect(Object.keys(probed).length).toBeGreaterThan(10);
    expect(Object.entries(probed).filter(([, outcome]) => outcome !== 'refused')).toEqual([]);
    expect(other.hits).toEqual([]);
    await other.close();
  });
}

/** Each prints what it got, which is nothing; `machine` goes below Python, and ends its interpreter. */
const attacks = ['imports', 'objects', 'machine', 'lies', 'listens', 'leaves'] as const;
/** A program that sees only its own events, can start its threads, and loses no time to what ran before. */
const innocent = `
import threading, time
began = time.perf_counter()
threads = [threading.Thread(target=print, args=(name,)) for name in ("one", "two", "three")]
for thread in threads:
    thread.start()
    thread.join()
time.sleep(0.1)
print(time.perf_counter() - began < 2.5)
`;

for (const kind of ['full', 'no-isolation', 'firefox'] as const) {
  for (const attack of attacks) {
    test(`${attack}.py gets nothing, and leaves nothing to the next program (${kind})`, async ({ python }) => {
      const page = await python(kind);
      const source = readFileSync(new URL(`${attack}.py`, import.meta.url), 'utf8');
      const { stdout } = await page.run(source, { fileName: `${attack}.py` });
      expect(stdout).toContain('got []\n');
      expect(stdout).not.toContain('got to here');
      if (attack === 'objects') expect(stdout).toContain('roots True tried True');
      const next = await page.run(innocent, { fileName: 'innocent.py' });
      expect(next).toMatchObject({
        outcome: { status: 'finished', exitCode: 0 },
        stdout: 'one\ntwo\nthree\nTrue\n',
        stderr: '',
      });
    });
  }
}

test('an interpreter in which a program has called C by itself is not used again, and any other is', async ({
  python,
}) => {
  const page = await python();
  const { interpreter: first } = await page.run('print("innocent")');
  const { interpreter: same } = await page.run(
    'import ctypes\nprint(ctypes.sizeof(ctypes.c_int), ctypes.c_byte(255).value)',
  );
  expect(same).toBe(first);
  const { outcome, stdout } = await page.run(
    'import ctypes\nctypes.pythonapi.Py_IncRef(ctypes.py_object(print))\nprint("called")',
  );
  expect([outcome.status, stdout]).toEqual(['finished', 'called\n']);
  const { interpreter: another } = await page.run('print("innocent")');
  expect(another).not.toBe(first);
});

test('an interpreter in which a program whose schedules are tried has called C is not used again', async ({
  python,
}) => {
  const page = await python();
  const started = (): Promise<number> =>
    page.evaluate(() => (globalThis as unknown as { interpretersStarted: number }).interpretersStarted, null);
  await page.evaluate(() => {
    const { postMessage } = MessagePort.prototype;
    const counted = Object.assign(globalThis, { interpretersStarted: 0 });
    MessagePort.prototype.postMessage = function (this: MessagePort, ...args: unknown[]) {
      if ((args[0] as { readonly path?: readonly string[] } | null)?.path?.[0] === 'boot')
        counted.interpretersStarted += 1;
      return Reflect.apply(postMessage, this, args) as undefined;
    } as typeof postMessage;
  }, null);
  await stepsTo(page, 'print("innocent")');
  const before = await started();
  expect(await stepsTo(page, 'import ctypes\nprint(ctypes.sizeof(ctypes.c_int), ctypes.c_byte(255).value)')).toContain(
    '4 -1\n',
  );
  expect(await started()).toBe(before);
  expect(
    await stepsTo(page, 'import ctypes\nctypes.pythonapi.Py_IncRef(ctypes.py_object(print))\nprint("called")'),
  ).toContain('called\n');
  await expect.poll(started).toBe(before + 1);
  expect(await stepsTo(page, 'print("innocent")')).toContain('innocent\n');
});
