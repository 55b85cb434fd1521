"""Without the await, two orders are left."""
import asyncio

log = []


async def write(who):
    log.append(f"{who}1")
    log.append(f"{who}2")
    await asyncio.sleep(0)


async def main():
    await asyncio.gather(write("a"), write("b"))
    print(*log)


asyncio.run(main())
