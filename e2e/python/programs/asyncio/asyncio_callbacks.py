"""call_soon, call_later and call_at in the order of their times; a cancelled one does not come."""

import asyncio

log = []


async def main():
    loop = asyncio.get_running_loop()
    now = loop.time()
    loop.call_later(0.06, log.append, "later 0.06")
    loop.call_at(now + 0.03, log.append, "at 0.03")
    loop.call_soon(log.append, "soon")
    never = loop.call_later(0.02, log.append, "never")
    never.cancel()
    print(never.cancelled(), never.when() > now)
    await asyncio.sleep(0)
    log.append("after one turn")
    await asyncio.sleep(0.1)
    future = loop.create_future()
    future.add_done_callback(lambda done: log.append(f"callback {done.result()}"))
    loop.call_later(0.01, future.set_result, 42)
    log.append(await future)


asyncio.run(main())
print(*log, sep="\n")
