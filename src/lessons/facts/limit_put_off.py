"""`reschedule` makes an idle limit of one timeout, which began with no limit at all."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    line = asyncio.Queue()
    for number in range(3):
        loop.call_later(0.1 * number, line.put_nowait, b".")
    page = b""
    try:
        async with asyncio.timeout(None) as limit:
            while True:
                limit.reschedule(loop.time() + 1)
                byte = await line.get()
                page += byte
    except TimeoutError:
        return page


found = asyncio.run(main())
print("holds" if found == b"..." else found)
