"""Somebody cancels a task. When does it get to know, where, and what does it do on its way out?"""

import asyncio


async def read(page):
    try:
        await asyncio.sleep(10)
        print("never printed")
    finally:
        print(f"{page}: close the connection")


async def report(page):
    try:
        await read(page)
    except Exception as error:
        print(f"never printed: {error}")
    except asyncio.CancelledError:
        print(f"{page}: no report")
        raise  # or the task would count as one that has ended well


async def main():
    news = asyncio.create_task(report("news"))
    await asyncio.sleep(0.1)  # now it waits, deep inside read()
    print(f"asked: {news.cancel()}, over: {news.done()}")
    try:
        await news
    except asyncio.CancelledError:
        print(f"over: {news.done()}, cancelled: {news.cancelled()}")
    print(f"asked once more: {news.cancel()}")

    sport = asyncio.create_task(report("sport"))
    sport.cancel()  # it has not begun
    await asyncio.wait([sport])
    print(f"sport, cancelled: {sport.cancelled()}")


asyncio.run(main())
