"""How many requests may be under way at once, and for how long."""

import asyncio
from collections import defaultdict
from contextlib import AsyncExitStack
from dataclasses import dataclass


@dataclass(frozen=True)
class ClientTimeout:
    """Limits in seconds; None or 0 for no limit. `connect` and `sock_connect` mean nothing here: a browser does not say when it has connected."""

    total: float | None = None
    connect: float | None = None
    sock_read: float | None = None
    sock_connect: float | None = None
    ceil_threshold: float = 5


DEFAULT_TIMEOUT = ClientTimeout(total=5 * 60, sock_connect=30)

_MEANINGLESS_HERE = {
    "verify_ssl",
    "use_dns_cache",
    "ttl_dns_cache",
    "family",
    "keepalive_timeout",
    "force_close",
    "enable_cleanup_closed",
    "timeout_ceil_threshold",
    "happy_eyeballs_delay",
    "interleave",
    "loop",
    "ssl_shutdown_timeout",
}
_LEFT_OUT = {"fingerprint", "ssl_context", "local_addr", "resolver", "socket_factory"}


class BaseConnector:
    """Lets so many requests go at once, to all hosts and to each; 0 for no limit."""

    def __init__(self, *, limit=100, limit_per_host=0, ssl=True, **others):
        asyncio.get_running_loop()
        for name in others:
            if name in _LEFT_OUT:
                raise NotImplementedError(
                    f"{name}= is left out of the page's aiohttp: a page opens no sockets of its own"
                )
            if name not in _MEANINGLESS_HERE:
                raise TypeError(f"{type(self).__name__}.__init__() got an unexpected keyword argument '{name}'")
        if ssl not in (True, None) or others.get("verify_ssl") is False:
            raise NotImplementedError(
                "ssl= is left out of the page's aiohttp: a browser always checks certificates, and by its own rules"
            )
        self._limit = limit
        self._limit_per_host = limit_per_host
        self._closed = False
        self._all = asyncio.Semaphore(limit) if limit else None
        self._by_host = defaultdict(lambda: asyncio.Semaphore(limit_per_host))

    @property
    def limit(self):
        return self._limit

    @property
    def limit_per_host(self):
        return self._limit_per_host

    @property
    def closed(self):
        return self._closed

    async def close(self):
        self._closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        await self.close()

    async def place(self, key):
        """Waits until a request to that host may go; leaving what it returns makes room for the next."""
        async with AsyncExitStack() as places:
            if self._limit_per_host:
                await places.enter_async_context(self._by_host[key])
            if self._all is not None:
                await places.enter_async_context(self._all)
            return places.pop_all()


class TCPConnector(BaseConnector):
    """The same by its usual name."""
