/**
 * What programs import for concurrency can be imported in the page, with all the public names that native CPython 3.13 has (libraryNames.json:
 * a module, and its names; without what 3.14 gave up, and constants of other systems and protocols). What a page cannot have says so when it is asked for.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pythonForTests } from '../tab';

const names = readFileSync(new URL('libraryNames.json', import.meta.url), 'utf8');

const page = pythonForTests();

const importing = `import importlib, json
for name, public in json.loads(${JSON.stringify(names)}).items():
    try:
        module = importlib.import_module(name)
    except BaseException as error:
        print(name, repr(error))
        continue
    missing = [each for each in public.split() if not hasattr(module, each)]
    if missing:
        print(name, "has no", missing)
print("all")`;

/** What a program asks for, and the error that it gets. */
const refused: readonly (readonly [asked: string, heard: RegExp])[] = [
  [
    'import socket; s = socket.socket(socket.AF_INET, socket.SOCK_STREAM); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)',
    /^OSError: .*there are no sockets in a browser: use requests/,
  ],
  ['import socket; socket.socketpair()', /^OSError: .*there are no sockets/],
  ['import socket; socket.create_server(("", 8000))', /^OSError: .*a page cannot be a server/],
  ['import socket; socket.create_connection(("localhost", 80))', /^socket\.gaierror: .*there are no sockets/],
  ['import socketserver; socketserver.ThreadingTCPServer(("", 8000), None)', /^OSError: .*there are no sockets/],
  ['import http.server; http.server.ThreadingHTTPServer(("", 8000), None)', /^OSError: .*there are no sockets/],
  ['import asyncio; asyncio.run(asyncio.start_server(print, "", 8000))', /^OSError: .*a page cannot be a server/],
  ['import asyncio; asyncio.run(asyncio.open_connection("localhost", 80))', /^OSError: .*there are no sockets/],
  [
    'import asyncio; asyncio.run(asyncio.create_subprocess_exec("ls"))',
    /^OSError: .*a page cannot start other programs/,
  ],
  [
    'import asyncio; asyncio.run(asyncio.create_subprocess_shell("ls"))',
    /^OSError: .*a page cannot start other programs/,
  ],
  ['import subprocess; subprocess.run(["ls"])', /^OSError: .*a page cannot start other programs/],
  ['import os; os.system("ls")', /^OSError: .*a page cannot start other programs/],
  ['import os; os.fork()', /^NotImplementedError: this page starts processes by spawn only/],
  [
    'from multiprocessing import forkserver; forkserver.ensure_running()',
    /^NotImplementedError: this page starts processes by spawn only/,
  ],
  [
    'from multiprocessing import util; util.spawnv_passfds(b"python", [], [])',
    /^OSError: .*a page cannot start other programs/,
  ],
  ['import os; os.mkfifo("/tmp/pipe")', /^OSError: .*there are no named pipes in the page: use os\.pipe/],
  ['import pty; pty.fork()', /^NotImplementedError: there are no terminals in a page/],
  ['import resource; resource.getrusage(resource.RUSAGE_SELF)', /^OSError: .*a page has no operating system/],
  ['from concurrent import interpreters; interpreters.create()', /^NotImplementedError: .*InterpreterPoolExecutor/],
  [
    'from asyncio import tools; tools.get_all_awaited_by(1)',
    /^OSError: .*a page cannot look into another Python's memory/,
  ],
  ['import numpy', /^ModuleNotFoundError: No module named 'numpy'$/],
];

describe('the library of the page', () => {
  it('has every module for concurrency, with its public names', async () => {
    const { stdout, stderr } = await page.run(importing);
    expect(stderr).toBe('');
    expect(stdout).toBe('all\n');
  }, 60_000);

  it.each(refused)('refuses in a sentence, at the line that asks: %s', async (asked, heard) => {
    const { outcome } = await page.run(`def ask():\n    ${asked}\n\nask()`);
    expect(outcome).toMatchObject({ status: 'failed', reason: expect.stringMatching(heard), line: 2 });
  });
});
