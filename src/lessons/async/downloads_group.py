"""Three pages in a task group, their sizes in the order of the pages.

Needs: pip install aiohttp
"""

import asyncio
import time

import aiohttp

PAGES = [
    "https://www.python.org/",
    "https://docs.python.org/3/",
    "https://peps.python.org/",
]


async def download(session, url):
    async with session.get(url) as page:
        page.raise_for_status()
        return len(await page.read())


async def main():
    limit = aiohttp.ClientTimeout(total=10)  # for a whole page
    try:
        async with aiohttp.ClientSession(timeout=limit) as session:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(download(session, url))
                         for url in PAGES]
    except* (aiohttp.ClientError, TimeoutError) as failed:
        print("All or nothing, and so nothing:", *failed.exceptions)
    else:
        for url, task in zip(PAGES, tasks):
            print(f"{task.result():,} bytes from {url}")


start = time.perf_counter()
asyncio.run(main())
seconds = time.perf_counter() - start
print(f"{len(PAGES)} pages, in a task group, in {seconds:.2f} s")
