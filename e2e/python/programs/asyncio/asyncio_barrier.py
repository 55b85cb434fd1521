"""asyncio.Barrier: nobody passes before all have come; it may break."""

import asyncio

log = []


async def runner(barrier, name):
    log.append(f"{name} at the start")
    position = await barrier.wait()
    log.append(f"{name} runs")
    return position


async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(runner(barrier, name)) for name in "ab"]
    await asyncio.sleep(0.01)
    print(log, barrier.n_waiting)
    await runner(barrier, "c")
    await asyncio.gather(*tasks)
    print(sorted(log[3:]), sorted(task.result() for task in tasks))
    waiting = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    await barrier.abort()
    try:
        await waiting
    except asyncio.BrokenBarrierError:
        print("broken:", barrier.broken)
    await barrier.reset()
    print(barrier.broken)


asyncio.run(main())
