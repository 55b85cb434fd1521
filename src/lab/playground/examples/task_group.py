"""One task of a group fails: the others are cancelled, except* gets the error."""

import asyncio


async def fetch(page, seconds):
    try:
        await asyncio.sleep(seconds)
        if page == "fir":
            raise ConnectionError("no such page")
        print(f"{page}: done")
    except asyncio.CancelledError:
        print(f"{page}: cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for page, seconds in {"oak": 0.1, "fir": 0.2, "elm": 0.3}.items():
                group.create_task(fetch(page, seconds))
    except* ConnectionError as errors:
        print("failed:", *errors.exceptions)


asyncio.run(main())
