"""A server drips three bytes, and then says no more. Which limit ends the download?"""

import asyncio
import time


async def drip(line):
    await asyncio.sleep(0.2)
    await line.put(b"connected")
    for _ in range(3):
        await asyncio.sleep(0.5)
        await line.put(b".")


async def download(line, total=None, connect=None, idle=None):
    """The page. With no number, a limit is none: asyncio.timeout(None) never ends a wait."""
    page = b""
    async with asyncio.timeout(total):
        async with asyncio.timeout(connect):
            await line.get()
        while True:
            async with asyncio.timeout(idle):
                byte = await line.get()
            if not byte:
                return page
            page += byte


async def attempt(limit, seconds):
    line = asyncio.Queue()
    server = asyncio.create_task(drip(line))
    client = asyncio.create_task(download(line, **{limit: seconds}))
    await asyncio.wait([client], timeout=4)
    ended = type(client.exception()).__name__ if client.done() else "still waits"
    print(f"{limit} limit of {seconds} s: {ended} after {time.perf_counter() - start:.1f} s")
    server.cancel()
    client.cancel()


async def main():
    await asyncio.gather(attempt("total", 2), attempt("idle", 1), attempt("connect", 1))


start = time.perf_counter()
asyncio.run(main())
