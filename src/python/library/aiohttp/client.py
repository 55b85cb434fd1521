"""Sessions, and the sending."""

import asyncio
import json as jsonlib
from collections import namedtuple
from collections.abc import Coroutine, Mapping
from urllib.parse import urlencode, urljoin, urlsplit

from timeslice.network import network
from timeslice.network.headers import from_answer, with_parameters

from . import client_exceptions as exceptions
from .client_reqrep import URL, CIMultiDict, CIMultiDictProxy, ClientResponse, RequestInfo
from .connector import DEFAULT_TIMEOUT, ClientTimeout, TCPConnector

ConnectionKey = namedtuple("ConnectionKey", "host port is_ssl ssl")

_LEFT_OUT = {
    "cookies": "a browser keeps cookies to itself",
    "cookie_jar": "a browser keeps cookies to itself",
    "auth": "set the Authorization header yourself",
    "proxy": "a page cannot choose a proxy",
    "proxy_auth": "a page cannot choose a proxy",
    "trace_configs": "the page's own timeline shows the requests",
    "request_class": "the page's aiohttp makes its own requests",
    "response_class": "the page's aiohttp makes its own responses",
    "ssl": "a browser always checks certificates, and by its own rules",
}
_MEANINGLESS_HERE = {
    "trust_env",
    "auto_decompress",
    "connector_owner",
    "read_bufsize",
    "requote_redirect_url",
    "version",
    "skip_auto_headers",
    "loop",
    "max_line_size",
    "max_field_size",
    "max_redirects",
    "compress",
    "chunked",
    "expect100",
    "read_until_eof",
    "server_hostname",
}


def _refuse(given, where):
    for name, value in given.items():
        if name in _LEFT_OUT:
            if value not in (None, True):
                raise NotImplementedError(f"{name}= is left out of the page's aiohttp: {_LEFT_OUT[name]}")
        elif name not in _MEANINGLESS_HERE:
            raise TypeError(f"{where} got an unexpected keyword argument '{name}'")


class ClientSession:
    """What several requests share. Made in a coroutine, and closed at the end, best by `async with`."""

    def __init__(
        self,
        base_url=None,
        *,
        headers=None,
        params=None,
        timeout=DEFAULT_TIMEOUT,
        raise_for_status=False,
        connector=None,
        json_serialize=jsonlib.dumps,
        **others,
    ):
        _refuse(others, "ClientSession.__init__()")
        asyncio.get_running_loop()
        self._base_url = base_url
        self._params = params
        self._timeout = _limits(timeout, DEFAULT_TIMEOUT)
        self._raise_for_status = raise_for_status
        self._connector = TCPConnector() if connector is None else connector
        self._json_serialize = json_serialize
        self._closed = False
        self.headers = CIMultiDict(headers)

    def __enter__(self):
        raise TypeError("Use async with instead")

    def __exit__(self, *_):
        """Never comes, as `__enter__` raises."""

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        await self.close()

    @property
    def closed(self):
        return self._closed

    @property
    def connector(self):
        return self._connector

    @property
    def timeout(self):
        return self._timeout

    async def close(self):
        """Ends the session."""
        if not self._closed:
            self._closed = True
            await self._connector.close()

    def request(self, method, url, **kwargs):
        """Sends a request: `async with` or `await` what it returns. Only the task waits for the answer."""
        return _RequestContextManager(self._request(method, url, **kwargs))

    def get(self, url, *, allow_redirects=True, **kwargs):
        return self.request("GET", url, allow_redirects=allow_redirects, **kwargs)

    def options(self, url, *, allow_redirects=True, **kwargs):
        return self.request("OPTIONS", url, allow_redirects=allow_redirects, **kwargs)

    def head(self, url, **kwargs):
        return self.request("HEAD", url, **kwargs)

    def post(self, url, *, data=None, **kwargs):
        return self.request("POST", url, data=data, **kwargs)

    def put(self, url, *, data=None, **kwargs):
        return self.request("PUT", url, data=data, **kwargs)

    def patch(self, url, *, data=None, **kwargs):
        return self.request("PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)

    def ws_connect(self, url, **kwargs):
        """Left out."""
        raise NotImplementedError("ws_connect is left out: the page's aiohttp has no web sockets")

    async def _request(
        self,
        method,
        url,
        *,
        params=None,
        data=None,
        json=None,
        headers=None,
        timeout=None,
        raise_for_status=None,
        allow_redirects=True,
        **others,
    ):
        if self._closed:
            raise RuntimeError("Session is closed")
        _refuse(others, f"ClientSession.{method.lower()}()")
        if not allow_redirects:
            raise NotImplementedError(
                "allow_redirects=False is left out of the page's aiohttp: a browser follows redirects by itself"
            )
        if data is not None and json is not None:
            raise ValueError("data and json parameters can not be used at the same time")
        address = self._address(url, params)
        sent = CIMultiDict(self.headers)
        sent.update(headers or {})
        body, kind = self._body(data, json)
        if kind is not None:
            sent.setdefault("Content-Type", kind)
        info = RequestInfo(address, method.upper(), CIMultiDictProxy(sent), address)
        response = await self._send(info, body, _limits(timeout, self._timeout))
        await self._check(response, self._raise_for_status if raise_for_status is None else raise_for_status)
        return response

    def _address(self, url, params):
        url = str(url)
        if self._base_url is not None:
            url = urljoin(str(self._base_url), url)
        try:
            parts = urlsplit(url)
            parts.port
        except ValueError as error:
            raise exceptions.InvalidUrlClientError(url) from error
        if parts.scheme and parts.scheme not in ("http", "https"):
            raise exceptions.NonHttpUrlClientError(url)
        if not parts.hostname:
            raise exceptions.InvalidUrlClientError(url)
        if self._params is not None and isinstance(params or {}, Mapping):
            params = {**self._params, **(params or {})}
        for value in params.values() if isinstance(params, Mapping) else ():
            if value is None or isinstance(value, bool):
                raise TypeError(
                    f"Invalid variable type: value should be str, int or float, got {value!r} of type {type(value)}"
                )
        return URL(with_parameters(url, params))

    def _body(self, data, json):
        if json is not None:
            return self._json_serialize(json).encode(), "application/json"
        if data is None:
            return None, None
        if isinstance(data, (bytes, bytearray)):
            return bytes(data), "application/octet-stream"
        if isinstance(data, str):
            return data.encode(), "text/plain; charset=utf-8"
        if isinstance(data, Mapping):
            return urlencode(data, doseq=True).encode(), "application/x-www-form-urlencoded"
        raise NotImplementedError("data= takes bytes, text or a mapping in the page's aiohttp, not files or streams")

    async def _send(self, info, body, limits):
        key = _key_of(info.url)
        async with asyncio.timeout(limits.total or None):
            async with await self._connector.place(key):
                try:
                    answer = await network.fetch_soon(
                        info.method, str(info.url), info.headers.items(), body, limits.sock_read or None
                    )
                except network.Failed as failure:
                    raise _exception_for(failure, key) from None
        headers = from_answer(answer.headers, CIMultiDictProxy)
        return ClientResponse(info, URL(answer.url), answer.code, answer.reason, headers, answer.body)

    async def _check(self, response, wanted):
        if callable(wanted):
            await wanted(response)
        elif wanted:
            response.raise_for_status()


class _RequestContextManager(Coroutine):
    """What `session.get(...)` returns: it can be awaited, made a task, and used with `async with`."""

    __slots__ = ("_coroutine", "_response", "_session")

    def __init__(self, coroutine, session=None):
        self._coroutine = coroutine
        self._response = None
        self._session = session

    def send(self, value):
        return self._coroutine.send(value)

    def throw(self, *error):
        return self._coroutine.throw(*error)

    def close(self):
        return self._coroutine.close()

    def __await__(self):
        return self._coroutine.__await__()

    async def __aenter__(self):
        self._response = await self._coroutine
        return self._response

    async def __aexit__(self, *_):
        self._response.release()
        if self._session is not None:
            await self._session.close()


def request(method, url, *, connector=None, **kwargs):
    """One request with a session of its own, for `async with`."""
    session = ClientSession(connector=connector)
    return _RequestContextManager(session._request(method, url, **kwargs), session)


def _limits(timeout, usual):
    if timeout is None or isinstance(timeout, ClientTimeout):
        return timeout or usual
    return ClientTimeout(total=timeout)


def _key_of(url):
    parts = urlsplit(url)
    secure = parts.scheme == "https"
    return ConnectionKey(parts.hostname, parts.port or (443 if secure else 80), secure, True)


def _exception_for(failure, key):
    """What aiohttp raises for such a failure."""
    match failure.problem:
        case "timeout" | "stalled":
            return exceptions.SocketTimeoutError("Timeout on reading data from socket")
        case "broken":
            return exceptions.ClientPayloadError(f"Response payload is not completed: {failure.words}")
        case "unresolved":
            return exceptions.ClientConnectorDNSError(key, OSError(-2, failure.words))
        case _:
            return exceptions.ClientConnectorError(key, OSError(111, failure.words))
