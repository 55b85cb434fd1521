"""What aiohttp raises, and what timeouts and cancelling do."""

import asyncio
import time

import aiohttp

SERVER = "http://127.0.0.1:8000"


async def attempt(session, path, **kwargs):
    """Prints what comes of a request."""
    start = time.perf_counter()
    try:
        async with session.get(path if "://" in path else f"{SERVER}{path}", **kwargs) as page:
            await page.read()
            page.raise_for_status()
            print(path, "->", page.status)
    except Exception as error:
        names = [cls.__name__ for cls in type(error).__mro__ if cls.__module__.startswith("aiohttp")]
        print(path, "->", *(names or [type(error).__name__]), f"after {time.perf_counter() - start:.1f} s")
        return error


async def main():
    async with aiohttp.ClientSession() as session:
        error = await attempt(session, "/status/503")
        print(error.status, error.message, str(error).replace(SERVER, "…"), error.request_info.method, error.headers["content-type"])
        await attempt(session, "/status/404", raise_for_status=True)
        error = await attempt(session, "/delay/3", timeout=aiohttp.ClientTimeout(total=0.3))
        print(isinstance(error, TimeoutError))
        error = await attempt(session, "/delay/3", timeout=aiohttp.ClientTimeout(sock_read=0.3))
        print(isinstance(error, TimeoutError), isinstance(error, aiohttp.ClientError), error)
        await attempt(session, "/stall", timeout=aiohttp.ClientTimeout(sock_read=0.3))
        await attempt(session, "/drop")
        error = await attempt(session, "https://no-such-host.invalid/")
        print(error.host, error.port, isinstance(error, OSError))
        await attempt(session, "http://127.0.0.1:9/")
        await attempt(session, "ftp://example.org/")
        try:
            await (await session.get(f"{SERVER}/lines")).json()
        except aiohttp.ContentTypeError as error:
            print(str(error).replace(SERVER, "…"))
        try:
            await session.get("example.org")
        except aiohttp.InvalidURL as error:
            print(type(error).__name__, error)
        try:
            await session.get(f"{SERVER}/echo", params={"a": None})
        except TypeError as error:
            print(type(error).__name__)

        start = time.perf_counter()
        task = asyncio.create_task(attempt(session, "/delay/3"))
        await asyncio.sleep(0.2)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            print("cancelled")
        try:
            async with asyncio.timeout(0.2):
                await session.get(f"{SERVER}/delay/3")
        except TimeoutError:
            print(f"in time: {time.perf_counter() - start < 2}")

    async with aiohttp.ClientSession(raise_for_status=True, timeout=aiohttp.ClientTimeout(total=0.5)) as session:
        try:
            await session.get(f"{SERVER}/status/500")
        except aiohttp.ClientResponseError as error:
            print(error.status)
        print((await session.get(f"{SERVER}/status/500", raise_for_status=False)).status)
        await attempt(session, "/delay/3")
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(attempt(session, "/text"))
                group.create_task(asyncio.to_thread(time.sleep, 0.1))
                group.create_task(session.get("https://no-such-host.invalid/"))
        except* aiohttp.ClientConnectorError as errors:
            print(len(errors.exceptions))
    for cls in (aiohttp.ClientConnectorError, aiohttp.ServerTimeoutError, aiohttp.ContentTypeError, aiohttp.ClientPayloadError):
        print([base.__name__ for base in cls.__mro__])


asyncio.run(main())
try:
    aiohttp.ClientSession()
except RuntimeError as error:
    print(error)
