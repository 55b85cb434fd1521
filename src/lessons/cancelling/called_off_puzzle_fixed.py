"""Kim sends Ada home, and then writes the report. Ben calls Kim off."""

import asyncio

reports = 0
called_off = False


async def wait_for_work():
    await asyncio.sleep(3600)


async def close(ada):
    global reports
    ada.cancel()
    await asyncio.wait([ada])  # raises only what Kim is sent herself
    reports += 1


async def call_off(kim):
    global called_off
    await asyncio.sleep(0)  # Ben thinks
    await asyncio.sleep(0)  # and thinks
    called_off = kim.cancel()


async def main():
    ada = asyncio.create_task(wait_for_work(), name="Ada")
    kim = asyncio.create_task(close(ada), name="Kim")
    ben = asyncio.create_task(call_off(kim), name="Ben")
    await asyncio.wait([ada, kim, ben])
    print(f"called off: {called_off}, reports: {reports}")


asyncio.run(main())
