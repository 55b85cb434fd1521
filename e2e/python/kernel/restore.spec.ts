import { expect, test } from '../../support/python';

test.describe('After a program', () => {
  test('what a program changed is put back', async ({ python }) => {
    const page = await python();
    await page.run(
      [
        'import asyncio, logging, os, queue, random, signal, sys, threading, time',
        'threading.Thread.run = lambda self: print("mine")',
        'queue.Queue.put = None',
        'threading.local = time.sleep = None',
        'logging.basicConfig(level=logging.DEBUG, format="mine %(message)s")',
        'os.environ["MINE"] = "1"',
        'sys.path.append("/mine")',
        'sys.setrecursionlimit(100)',
        'sys.setswitchinterval(1)',
        'signal.signal(signal.SIGINT, signal.SIG_IGN)',
        'asyncio.Task = None',
        'random.seed(1)',
        'threading.Thread(name="left", daemon=True, target=time.time).start()',
      ].join('\n'),
    );
    const next = await page.run(
      [
        'import asyncio, logging, os, queue, signal, sys, threading, time',
        'thread = threading.Thread(target=time.sleep, args=(0.001,))',
        'thread.start(); thread.join()',
        'queue.Queue().put(1)',
        'asyncio.run(asyncio.sleep(0))',
        'print(thread.name, logging.root.handlers, logging.root.level, "MINE" in os.environ, "/mine" in sys.path)',
        'print(sys.getrecursionlimit(), sys.getswitchinterval(), signal.getsignal(signal.SIGINT) is signal.default_int_handler, threading.active_count())',
      ].join('\n'),
    );
    expect(next.stderr).toBe('');
    expect(next.stdout).toBe('Thread-1 (sleep) [] 30 False False\n1000 0.005 True 1\n');
  });

  test('what a program wrote into files is gone', async ({ python }) => {
    const page = await python();
    const look =
      'import os, socket, zipfile\nprint(os.getcwd(), os.listdir(), os.listdir("/tmp"), os.path.exists("/mine"), socket.getdefaulttimeout(), zipfile.ZipFile("/lib/python314.zip").testzip())';
    const { stdout, interpreter } = await page.run(look);
    expect(stdout).toBe('/home/pyodide [] [] False None None\n');
    // The interpreter stays, and is as it was.
    const expectAsFound = async (): Promise<void> =>
      expect(await page.run(look)).toMatchObject({ stdout, interpreter });
    const wrote = await page.run(
      [
        'import os, pathlib, socket, tempfile',
        'socket.setdefaulttimeout(1)',
        'folder = pathlib.Path(tempfile.mkdtemp()) / "one" / "two"',
        'folder.mkdir(parents=True)',
        'for number in range(100):',
        '    (folder / f"{number}.txt").write_text("secret")',
        'pathlib.Path("mine.py").write_text("secret")',
        'os.symlink("/lib", "/tmp/link")',
        'os.mkdir("/mine")',
        'os.chdir("/mine")',
        'left = open("/tmp/left", "w")',
      ].join('\n'),
    );
    expect(wrote).toMatchObject({ stderr: '', outcome: { status: 'finished' } });
    await expectAsFound();
    expect((await page.run('import os\nos.chdir("/")\nos.rmdir("/home/pyodide")')).outcome.status).toBe('finished');
    await expectAsFound();
    expect(
      (await page.run('with open("/lib/python314.zip", "r+b") as library:\n    library.write(bytes(1_000_000))'))
        .outcome.status,
    ).toBe('finished');
    await expectAsFound();
  });
});
