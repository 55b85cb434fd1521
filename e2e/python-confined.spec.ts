import { expect, test } from './support/python';

/** What a program must not come by, however deep it digs. */
const powers = 'fetch XMLHttpRequest WebSocket WebTransport EventSource BroadcastChannel Notification Request Worker SharedWorker importScripts'
  .concat(' indexedDB IDBFactory caches Cache cookieStore StorageManager FileSystemDirectoryHandle LockManager ServiceWorker Blob WorkerNavigator')
  .split(' ');

test("Python's worker is left without power", async ({ python }) => {
  const { stuck, left } = await (await python()).evaluate(() => window.python?.confined() ?? { stuck: ['there is no Python'], left: [] }, null);
  expect(stuck).toEqual([]);
  expect(left.length).toBeGreaterThan(50);
  expect(left.filter((name) => powers.includes(name))).toEqual([]);
});
