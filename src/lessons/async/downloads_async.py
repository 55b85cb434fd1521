"""Three pages, one task each, in one event loop.

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
    try:
        async with session.get(url) as page:
            page.raise_for_status()
            content = await page.read()
    except (aiohttp.ClientError, TimeoutError) as error:
        print(f"{url} failed: {error!r}")
    else:
        print(f"{len(content):,} bytes from {url}")


async def main():
    limit = aiohttp.ClientTimeout(total=10)  # for a whole page
    async with aiohttp.ClientSession(timeout=limit) as session:
        await asyncio.gather(*(download(session, url) for url in PAGES))


start = time.perf_counter()
asyncio.run(main())
seconds = time.perf_counter() - start
print(f"{len(PAGES)} pages, one task each, in {seconds:.2f} s")
