"""A real server that drips: a total limit ends it, an idle and a connect limit do not; where it falls silent, an idle limit does too."""

import asyncio
import contextlib

BYTES = 8


def server_of(sent):
    async def serve(reader, writer):
        with contextlib.suppress(ConnectionError):
            for _ in range(sent):
                await asyncio.sleep(0.1)
                writer.write(b".")
                await writer.drain()
            if sent < BYTES:
                await reader.read()  # until the client gives up
        writer.close()

    return serve


async def download(port, total=None, connect=None, idle=None):
    page = b""
    writer = None
    try:
        async with asyncio.timeout(total):
            async with asyncio.timeout(connect):
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
            while True:
                async with asyncio.timeout(idle):
                    byte = await reader.read(1)
                if not byte:
                    return "all", len(page)
                page += byte
    except TimeoutError:
        return "TimeoutError", len(page)
    finally:
        if writer is not None:
            writer.close()


async def attempts(sent, limits):
    server = await asyncio.start_server(server_of(sent), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    tries = (asyncio.wait_for(download(port, **limit), 3) for limit in limits)
    ends = await asyncio.gather(*tries, return_exceptions=True)
    server.close()
    return [type(end).__name__ if isinstance(end, BaseException) else end for end in ends]


async def main():
    limits = {"total": 0.5}, {"idle": 1.5}, {"connect": 1.5}
    dripping = await attempts(BYTES, limits)
    silent = await attempts(3, limits[1:])
    return dripping, silent


(total, idle, connect), (idle_in_silence, connect_in_silence) = asyncio.run(main())
holds = total[0] == "TimeoutError" and total[1] < BYTES and idle == connect == ("all", BYTES)
# The last one had no limit but ours.
holds = holds and idle_in_silence == ("TimeoutError", 3) and connect_in_silence == "TimeoutError"
print("holds" if holds else (total, idle, connect, idle_in_silence, connect_in_silence))
