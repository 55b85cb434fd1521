"""The network, as far as a page has one: a request goes to the page, and only the thread or task that asked waits for its answer.

On this stand `urllib.request` (urllib_by_page.py), `requests` and `aiohttp` (library/). The page decides what becomes of an address: see
src/runtime/python/addresses.ts. The whole body comes with the answer.
"""

import asyncio
import contextvars
import json
from itertools import count
from urllib.parse import urlsplit

from pyodide.ffi import create_proxy, to_js

from ..kernel import kernel, trace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Buffer, Callable, Iterable
    from typing import Any

    from ..kernel.hosts import PageNetwork

_numbers = count(1)
waiting: "dict[int, Callable[[], None]]" = {}
"""By the number of a request under way: what is called, between two turns of Python, when its answer is there."""
_page: "PageNetwork" = None  # pyright: ignore[reportAssignmentType]
NO_JSPI = "the network needs a browser that can suspend WebAssembly (JSPI)"


class Failed(Exception):
    """There is no answer. `problem` is one of `FetchProblem` in src/core/python/pythonNetwork.ts, `words` say more."""

    def __init__(self, problem: str, words: str) -> None:
        super(Failed, self).__init__(words)
        self.problem = problem
        self.words = words


class Answer:
    """What a server said: `url`, `code`, `reason`, `headers` as pairs, `body`, and `seconds` to its first byte."""

    __slots__ = ("url", "code", "reason", "headers", "body", "seconds")

    def __init__(self, head: "dict[str, Any]", body: bytes) -> None:
        self.url: str = head["url"]
        self.code: int = head["code"]
        self.reason: str = head["reason"] or _phrase(self.code)
        self.headers: list[tuple[str, ...]] = [tuple(pair) for pair in head["headers"]]
        self.body = body
        self.seconds: float = head["firstByteMs"] / 1000


def _phrase(code):
    """What HTTP calls a status; newer protocols leave that out."""
    from http import HTTPStatus

    try:
        return HTTPStatus(code).phrase
    except ValueError:
        return ""


def fetch(
    method: str,
    url: str,
    headers: "Iterable[tuple[str, str]]" = (),
    body: "Buffer | None" = None,
    timeout: float | None = None,
) -> Answer:
    """Parks the running thread until the answer is there. `timeout`: seconds without a byte, None for no limit. Raises Failed."""
    if kernel.run_sync is None:
        return _fetch_here(method, url, headers, body, timeout)
    me = kernel.current
    kernel.busy = True
    try:
        number = _begin(lambda: kernel.arrived(me.id), method, url, headers, body, timeout)
        try:
            while number in waiting:
                if kernel.wait_outside(_host(url)) is None:
                    kernel.run_errands()
        finally:
            _give_up(number)
    finally:
        kernel.busy = False
    return _take(number, url)


def _fetch_here(method, url, headers, body, timeout):
    """`fetch` where nothing can be suspended, and so there is one thread only: it stands still."""
    page = _connected()
    if not page.canWaitHere():
        raise RuntimeError(NO_JSPI)
    number = next(_numbers)
    page.fetchHere(number, *_as_sent(method, url, headers, body, timeout))
    kernel.busy = True
    try:
        trace.record(kernel.clock(), kernel.current.lane, "wait", _host(url))
        for flush in kernel.on_idle:
            flush()
        while not page.waitHere(number, kernel.PAUSE_S * 1000):
            # Here a signal may end the wait.
            kernel.busy = False
            kernel.busy = True
            if kernel.current.doomed is not None:
                page.abandon(number)
                kernel.raise_doom(kernel.current)
        trace.record(kernel.clock(), kernel.current.lane, "run", "")
    finally:
        kernel.busy = False
    return _take(number, url)


async def fetch_soon(
    method: str,
    url: str,
    headers: "Iterable[tuple[str, str]]" = (),
    body: "Buffer | None" = None,
    timeout: float | None = None,
) -> Answer:
    """`fetch` for the running task, whose loop goes on meanwhile. Raises Failed."""
    if kernel.run_sync is None:
        raise RuntimeError(NO_JSPI)
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    context = contextvars.copy_context()
    # The loop's selector names them while it waits, where it is our own.
    awaited = getattr(getattr(loop, "_selector", None), "awaited", {})

    def arrived():
        kernel.outside -= 1
        if not loop.is_closed():
            loop.call_soon_threadsafe(_finish, future, context=context)

    number = _begin(arrived, method, url, headers, body, timeout)
    kernel.outside += 1
    awaited[number] = _host(url)
    try:
        await future
    finally:
        awaited.pop(number, None)
        if _give_up(number):
            kernel.outside -= 1
    return _take(number, url)


def _finish(future):
    if not future.done():
        future.set_result(None)


def _host(url):
    return urlsplit(url).netloc


def _begin(arrived, method, url, headers, body, timeout):
    page = _connected()
    number = next(_numbers)
    waiting[number] = arrived
    page.fetch(number, *_as_sent(method, url, headers, body, timeout))
    return number


def _connected():
    global _page
    if _page is None:
        _page = kernel.host.network
        _page.connect(create_proxy(_arrived))
    return _page


def _as_sent(method, url, headers, body, timeout):
    timeout_ms = None if timeout is None else timeout * 1000
    request = {"method": method, "url": url, "headers": list(headers), "timeoutMs": timeout_ms}
    return json.dumps(request), None if body is None else to_js(body)


def _arrived(number):
    """Called by the page, between two turns: it has the answer. False when nobody waits for it."""
    arrived = waiting.pop(number, None)
    if arrived is None:
        return False
    arrived()
    return True


def _give_up(number):
    """True when there was no answer yet."""
    if waiting.pop(number, None) is None:
        return False
    _page.abandon(number)
    return True


def _take(number, url):
    head = json.loads(_page.head(number))
    body = _page.takeBody(number).to_bytes()
    if head["status"] == "failed":
        raise Failed(head["problem"], head["words"])
    if head["by"] in ("service worker", "timer"):
        trace.record(
            kernel.clock(), kernel.current.lane, "note", f"{_host(url)}: a page of this site answered in its place"
        )
    return Answer(head, body)
