"""Room for two where there should be one."""
import asyncio

room = asyncio.Semaphore(2)
inside = most = 0


async def enter():
    global inside, most
    async with room:
        inside += 1
        most = max(most, inside)
        await asyncio.sleep(0)
        inside -= 1


async def main():
    await asyncio.gather(enter(), enter())
    print(most)


asyncio.run(main())
