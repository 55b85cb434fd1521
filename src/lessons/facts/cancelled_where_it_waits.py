"""A cancelled task gets its error where it waits; one that has not begun never begins."""

import asyncio

seen = []


async def wait():
    seen.append("begun")
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        seen.append("at its await")
        raise


async def main():
    early = asyncio.create_task(wait())
    early.cancel()
    await asyncio.wait([early])
    late = asyncio.create_task(wait())
    await asyncio.sleep(0)
    late.cancel()
    await asyncio.wait([late])


asyncio.run(main())
print("holds" if seen == ["begun", "at its await"] else seen)
