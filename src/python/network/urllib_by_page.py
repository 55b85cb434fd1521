"""What becomes of the standard library's own way to the network: `urllib.request` asks the page.

`urllib.request` is changed when a program imports it, which costs a start nothing.
"""

# pyright: reportAttributeAccessIssue=false
# Names that are private to the standard library are unknown to the type checker.

import errno
import io
import socket

from ..kernel import imports
from . import network


def install() -> None:
    """Called once, at start."""
    imports.after("urllib.request", _open_by_page)


def _open_by_page(request):
    """Everything else there stays as it is: openers, handlers, HTTPError for a status that is none of 200 to 299."""

    def do_open(self, http_class, req, **http_conn_args):
        return _open(req)

    request.AbstractHTTPHandler.do_open = do_open
    if not hasattr(request, "HTTPSHandler"):

        class HTTPSHandler(request.AbstractHTTPHandler):
            def https_open(self, req):
                return self.do_open(None, req)

            https_request = request.AbstractHTTPHandler.do_request_

        request.HTTPSHandler = HTTPSHandler


_BROWSERS_OWN = {"host", "connection", "user-agent", "content-length", "accept-encoding"}


def _open(req):
    """What `urlopen` returns for a `Request`: an `http.client.HTTPResponse`, whose bytes are all there."""
    from http.client import HTTPResponse, IncompleteRead
    from urllib.error import URLError

    headers = {**req.headers, **req.unredirected_hdrs}
    sent = [(name, value) for name, value in headers.items() if name.lower() not in _BROWSERS_OWN]
    timeout = socket.getdefaulttimeout() if req.timeout is socket._GLOBAL_DEFAULT_TIMEOUT else req.timeout
    try:
        answer = network.fetch(req.get_method(), req.full_url, sent, _bytes_of(req.data), timeout)
    except network.Failed as failure:
        match failure.problem:
            case "timeout" | "stalled":
                raise TimeoutError("The read operation timed out") from None
            case "broken":
                raise IncompleteRead(b"") from None
            case "unresolved":
                raise URLError(socket.gaierror(-2, failure.words)) from None
            case _:
                raise URLError(OSError(errno.ECONNREFUSED, failure.words)) from None
    response = HTTPResponse(_Received(answer), method=req.get_method(), url=answer.url)  # pyright: ignore[reportArgumentType]
    response.begin()
    response.url = answer.url
    response.msg = response.reason
    return response


def _bytes_of(data):
    if data is None or isinstance(data, bytes):
        return data
    return data.read() if hasattr(data, "read") else b"".join(data)


class _Received:
    """Looks to `HTTPResponse` like a socket on which an answer has come."""

    def __init__(self, answer: "network.Answer") -> None:
        # The browser has put the body together and decompressed it.
        lines = [
            f"HTTP/1.1 {answer.code} {answer.reason}",
            *(f"{name}: {value}" for name, value in answer.headers if name not in _CHANGED),
        ]
        head = "\r\n".join([*lines, f"content-length: {len(answer.body)}", "", ""])
        self._bytes = head.encode("latin-1", "replace") + answer.body

    def makefile(self, mode):
        return io.BytesIO(self._bytes)


_CHANGED = {"content-length", "content-encoding", "transfer-encoding", "connection"}
