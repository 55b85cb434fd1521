"""Ada and Ben write a line each. Main sends the letter."""

import asyncio

letter = []


async def write(line):
    await asyncio.sleep(0)  # thinks
    letter.append(line)


async def main():
    ada = asyncio.create_task(write("Dear Kim,"), name="Ada")
    ben = asyncio.create_task(write("all is well."), name="Ben")
    await ada
    await ben
    print(len(letter), "of 2 lines sent")


asyncio.run(main())
