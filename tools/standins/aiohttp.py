"""Stands in for the package `aiohttp` when the lessons' programs are checked.

It has the calls that they make and no more, and sends every request to the page server named by STANDIN_PAGES.
It waits with asyncio's own streams, so that it overlaps as the real one does. A host that ends in `.invalid` cannot
be reached, as in the real world.
"""

import asyncio
import os
import urllib.parse


class ClientError(Exception):
    pass


class ClientConnectorError(ClientError, OSError):
    pass


class ClientResponseError(ClientError):
    def __init__(self, status, message, url):
        super().__init__(f"{status}, message={message!r}, url={url!r}")
        self.status, self.message = status, message


class ClientTimeout:
    def __init__(self, total=None):
        self.total = total


class ClientResponse:
    def __init__(self, url, status, reason, content):
        self.url, self.status, self.reason, self._content = url, status, reason, content

    @property
    def ok(self):
        return self.status < 400

    async def read(self):
        return self._content

    async def text(self):
        return self._content.decode("utf-8")

    def raise_for_status(self):
        if not self.ok:
            raise ClientResponseError(self.status, self.reason, self.url)


class _Request:
    """What `session.get(...)` returns: it can be awaited, and used with `async with`."""

    def __init__(self, url, timeout, raise_for_status):
        self._url, self._timeout, self._raise_for_status = url, timeout, raise_for_status

    def __await__(self):
        return self._send().__await__()

    async def __aenter__(self):
        return await self._send()

    async def __aexit__(self, *_):
        pass

    async def _send(self):
        async with asyncio.timeout(self._timeout.total):
            response = await _fetch(self._url)
        if self._raise_for_status:
            response.raise_for_status()
        return response


class ClientSession:
    def __init__(self, *, timeout=ClientTimeout(300), raise_for_status=False):
        self._timeout, self._raise_for_status = timeout, raise_for_status

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        await self.close()

    def get(self, url, *, timeout=None):
        return _Request(url, timeout or self._timeout, self._raise_for_status)

    async def close(self):
        pass


async def _fetch(url):
    if urllib.parse.urlsplit(url).hostname.endswith(".invalid"):
        raise ClientConnectorError(f"Cannot connect to host {url}")
    pages = urllib.parse.urlsplit(os.environ["STANDIN_PAGES"])
    reader, writer = await asyncio.open_connection(pages.hostname, pages.port)
    try:
        query = urllib.parse.urlencode({"url": url})
        writer.write(f"GET /?{query} HTTP/1.1\r\nHost: {pages.netloc}\r\nConnection: close\r\n\r\n".encode())
        head, _, content = (await reader.read()).partition(b"\r\n\r\n")
    finally:
        writer.close()
    _, status, reason = head.decode("latin-1").split("\r\n", 1)[0].split(" ", 2)
    return ClientResponse(url, int(status), reason, content)
