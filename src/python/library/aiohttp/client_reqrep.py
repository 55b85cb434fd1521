"""What was asked, and what came back."""

import asyncio
import json as jsonlib
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from timeslice.network.headers import Headers, content_type

from .client_exceptions import ClientResponseError, ContentTypeError


class URL(str):
    """An address. The real aiohttp's is a yarl.URL; this one has its most used properties."""

    def __repr__(self):
        return f"URL({str(self)!r})"

    @property
    def scheme(self):
        return urlsplit(self).scheme

    @property
    def host(self):
        return urlsplit(self).hostname

    @property
    def port(self):
        return urlsplit(self).port or {"http": 80, "https": 443}.get(self.scheme)

    @property
    def path(self):
        return urlsplit(self).path

    @property
    def query(self):
        return dict(parse_qsl(urlsplit(self).query, keep_blank_values=True))

    @property
    def query_string(self):
        return urlsplit(self).query

    @property
    def fragment(self):
        return urlsplit(self).fragment

    @property
    def name(self):
        return self.path.rpartition("/")[2]

    def human_repr(self):
        return str(self)


class RequestInfo(NamedTuple):
    """The request as it was sent."""

    url: URL
    method: str
    headers: Any
    real_url: URL


class StreamReader:
    """The body, to be read in pieces. All of it is there."""

    def __init__(self, body):
        self._left = memoryview(body)

    def _take(self, size):
        taken, self._left = bytes(self._left[:size]), self._left[size:]
        return taken

    def at_eof(self):
        return len(self._left) == 0

    async def read(self, n=-1):
        return self._take(len(self._left) if n < 0 else n)

    async def readany(self):
        return self._take(len(self._left))

    async def readexactly(self, n):
        if n > len(self._left):
            raise asyncio.IncompleteReadError(self._take(n), n)
        return self._take(n)

    async def readline(self):
        end = bytes(self._left).find(b"\n")
        return self._take(len(self._left) if end == -1 else end + 1)

    def __aiter__(self):
        return self._pieces(self.readline)

    def iter_chunked(self, n):
        return self._pieces(lambda: self.read(n))

    def iter_any(self):
        return self._pieces(self.readany)

    async def _pieces(self, read):
        while not self.at_eof():
            yield await read()


class ClientResponse:
    """What a server answered."""

    def __init__(self, request_info, url, status, reason, headers, body):
        self.request_info = request_info
        self.method = request_info.method
        self.url = self.real_url = url
        self.status = status
        self.reason = reason
        self.headers = headers
        self.history = ()
        self.content = StreamReader(body)
        self.closed = False
        self._body = body

    def __repr__(self):
        return f"<ClientResponse({self.url}) [{self.status} {self.reason}]>\n{self.headers!r}\n"

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        self.release()

    @property
    def host(self):
        return self.url.host

    @property
    def ok(self):
        """Whether the status is below 400."""
        return self.status < 400

    @property
    def content_type(self):
        return content_type(self.headers)[0] or "application/octet-stream"

    @property
    def charset(self):
        return content_type(self.headers)[1].get("charset")

    @property
    def content_length(self):
        length = self.headers.get("Content-Length")
        return None if length is None else int(length)

    @property
    def cookies(self):
        """Left out."""
        raise NotImplementedError("ClientResponse.cookies is left out: a browser keeps cookies to itself")

    def get_encoding(self):
        """The character set that the server names, or UTF-8."""
        return self.charset or "utf-8"

    def raise_for_status(self):
        """Raises ClientResponseError for a status of 400 or more."""
        if not self.ok:
            self.release()
            raise ClientResponseError(
                self.request_info, self.history, status=self.status, message=self.reason, headers=self.headers
            )

    async def read(self):
        """The body."""
        return self._body

    async def text(self, encoding=None, errors="strict"):
        """The body as text."""
        return self._body.decode(encoding or self.get_encoding(), errors=errors)

    async def json(self, *, encoding=None, loads=jsonlib.loads, content_type="application/json"):
        """The body, read as JSON; ContentTypeError where the server says that it is something else."""
        if content_type and not _is_expected(self.content_type, content_type):
            message = f"Attempt to decode JSON with unexpected mimetype: {self.headers.get('Content-Type', '').lower()}"
            raise ContentTypeError(
                self.request_info, self.history, status=self.status, message=message, headers=self.headers
            )
        stripped = self._body.strip()
        return loads(stripped.decode(encoding or self.get_encoding())) if stripped else None

    def release(self):
        """There is no connection to give back."""
        self.closed = True

    def close(self):
        self.closed = True

    async def wait_for_close(self):
        self.release()


def _is_expected(kind, expected):
    if expected == "application/json":
        return kind == expected or kind.startswith("application/") and kind.endswith("+json")
    return expected in kind


class CIMultiDict(Headers):
    """Headers; the browser has put together those that came more than once."""

    def getone(self, key, *default):
        return self.get(key, *default) if default else self[key]

    def getall(self, key, *default):
        if key not in self and default:
            return default[0]
        return [self[key]]

    def __repr__(self):
        return f"<{type(self).__name__}({', '.join(f'{name!r}: {value!r}' for name, value in self.items())})>"


class CIMultiDictProxy(CIMultiDict):
    """The headers of an answer."""
