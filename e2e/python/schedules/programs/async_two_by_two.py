"""Two tasks write two words each, with an await between: all six orders."""
import asyncio

log = []


async def write(who):
    log.append(f"{who}1")
    await asyncio.sleep(0)
    log.append(f"{who}2")


async def main():
    await asyncio.gather(write("a"), write("b"))
    print(*log)


asyncio.run(main())
