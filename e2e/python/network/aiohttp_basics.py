"""What a session and a response of aiohttp hold."""

import asyncio
import time

import aiohttp

SERVER = "http://127.0.0.1:8000"


async def main():
    async with aiohttp.ClientSession(headers={"X-Trial": "mine"}) as session:
        async with session.get(f"{SERVER}/text") as page:
            print(page.status, page.reason, page.ok, page.method, str(page.url) == f"{SERVER}/text", page.url.path, page.url.host)
            print(page.content_type, page.charset, page.headers["content-type"], "X-None" in page.headers, page.history)
            print(await page.text(), await page.read(), page.content_length)
        async with session.get(f"{SERVER}/echo", params={"a": "x y", "b": 2}) as page:
            print(await page.json())
        async with session.get(f"{SERVER}/echo?a=1", params=[("k", "1"), ("k", "2")], headers={"X-Trial": "other"}) as page:
            print(await page.json())
        async with session.post(f"{SERVER}/echo", json={"a": [1, None]}) as page:
            print(await page.json())
        async with session.post(f"{SERVER}/echo", data={"a": "1"}) as page:
            print(await page.json())
        async with session.put(f"{SERVER}/echo", data=b"bytes") as page:
            print(await page.json())
        async with session.delete(f"{SERVER}/echo") as page:
            print((await page.json())["method"])
        async with session.head(f"{SERVER}/text") as page:
            print(page.status, await page.read(), page.headers["Content-Length"])
        page = await session.get(f"{SERVER}/redirect")
        print((await page.json())["args"])
        page.release()
        async with session.get(f"{SERVER}/lines") as page:
            print([line async for line in page.content])
        async with session.get(f"{SERVER}/lines") as page:
            print([piece async for piece in page.content.iter_chunked(4)], await page.content.read(), page.content.at_eof())
        async with session.get(f"{SERVER}/text") as page:
            print(await page.content.read(3), len(await page.content.read()))

        start = time.perf_counter()

        async def fetch(seconds):
            async with session.get(f"{SERVER}/delay/{seconds}") as page:
                return await page.text()

        print(await asyncio.gather(*map(fetch, (0.6, 0.5, 0.4))), f"{time.perf_counter() - start:.1f} s")
        task = asyncio.create_task(session.get(f"{SERVER}/text"))
        print((await task).status)
    print(session.closed)
    try:
        await session.get(f"{SERVER}/text")
    except RuntimeError as error:
        print(error)

    async with aiohttp.ClientSession(base_url=SERVER, connector=aiohttp.TCPConnector(limit=2)) as session:
        start = time.perf_counter()
        await asyncio.gather(*(session.get("/delay/0.4") for _ in range(4)))
        print(f"{time.perf_counter() - start:.1f} s")


asyncio.run(main())
