"""A server drips a byte every half second. The client sets a limit of 2 s for the whole."""

import asyncio
import time

BYTES = 8


async def drip(line):
    """The server. (The line is a queue: a web page has no sockets.)"""
    await asyncio.sleep(0.2)
    await line.put(b"connected")
    for _ in range(BYTES):
        await asyncio.sleep(0.5)
        await line.put(b".")
    await line.put(b"")  # that was all


async def download(line, page):
    await line.get()  # the connection is there
    while byte := await line.get():
        page += byte


async def main():
    line = asyncio.Queue()
    server = asyncio.create_task(drip(line))
    page = bytearray()
    try:
        async with asyncio.timeout(2):
            await download(line, page)
    except TimeoutError:
        print("TimeoutError")
    server.cancel()
    print(f"{len(page)} of {BYTES} bytes in {time.perf_counter() - start:.2f} s")


start = time.perf_counter()
asyncio.run(main())
