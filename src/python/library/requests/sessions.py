"""Sessions: what their requests have in common, and the sending."""

import datetime
import json as jsonlib
from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit

from timeslice.network import network
from timeslice.network.headers import from_answer, with_parameters

from . import exceptions
from .models import Response, SentRequest
from .structures import CaseInsensitiveDict

_LEFT_OUT = {
    "cookies": "a browser keeps cookies to itself",
    "files": "the page's requests cannot upload files; send their bytes as data",
    "auth": "the page's requests knows no auth; set the Authorization header yourself",
    "proxies": "a page cannot choose a proxy",
    "cert": "a page cannot choose a certificate",
    "hooks": "the page's requests has no hooks",
}


class Session:
    """Headers and parameters that several requests share. Any number of threads may use it."""

    def __init__(self):
        self.headers = CaseInsensitiveDict()
        self.params = {}
        self.stream = False
        self.verify = True
        self.trust_env = True
        self.max_redirects = 30

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        """There are no connections to close: the browser keeps them."""

    def request(
        self,
        method,
        url,
        params=None,
        data=None,
        headers=None,
        cookies=None,
        files=None,
        auth=None,
        timeout=None,
        allow_redirects=True,
        proxies=None,
        hooks=None,
        stream=None,
        verify=None,
        cert=None,
        json=None,
    ):
        """Sends a request, and returns the Response. Only the calling thread waits for it."""
        given = {"cookies": cookies, "files": files, "auth": auth, "proxies": proxies, "hooks": hooks, "cert": cert}
        for name, value in given.items():
            if value:
                raise NotImplementedError(f"{name}= is left out: {_LEFT_OUT[name]}")
        if verify is False:
            raise NotImplementedError("verify=False is left out: a browser always checks certificates")
        if not allow_redirects:
            raise NotImplementedError("allow_redirects=False is left out: a browser follows redirects by itself")
        sent = self._prepare(method.upper(), url, params, data, headers, json)
        return _send(sent, timeout)

    def _prepare(self, method, url, params, data, headers, json):
        address = _checked(url, _merged(self.params, params))
        body, kind = _body(data, json)
        all_headers = CaseInsensitiveDict(
            {
                name: value
                for name, value in _merged(self.headers, headers, CaseInsensitiveDict).items()
                if value is not None
            }
        )
        if kind is not None:
            all_headers.setdefault("Content-Type", kind)
        for name, value in all_headers.items():
            if not isinstance(value, str):
                raise exceptions.InvalidHeader(
                    f"Header part ({value!r}) from ({name!r}, {value!r}) must be of type str or bytes, not {type(value)}"
                )
            if "\n" in name + value or "\r" in name + value:
                raise exceptions.InvalidHeader(
                    f"Invalid leading whitespace, reserved character(s), or return character(s) in header value: {value!r}"
                )
        return SentRequest(method, address, all_headers, body)

    def get(self, url, **kwargs):
        return self.request("GET", url, **kwargs)

    def options(self, url, **kwargs):
        return self.request("OPTIONS", url, **kwargs)

    def head(self, url, **kwargs):
        return self.request("HEAD", url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return self.request("POST", url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request("PUT", url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request("PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)

    def mount(self, prefix, adapter):
        """Left out."""
        raise NotImplementedError("Session.mount is left out: the page's requests has no adapters")

    @property
    def cookies(self):
        """Left out."""
        raise NotImplementedError(f"Session.cookies is left out: {_LEFT_OUT['cookies']}")


def session():
    """A new Session."""
    return Session()


def _merged(own, given, kind=dict):
    """What the session has, under what is given; a given None takes away."""
    if given is None:
        return own
    if not isinstance(given, Mapping):
        if isinstance(given, (str, bytes)) or not own:
            return given
        given = dict(given)
    merged = kind(own)
    merged.update(given)
    return merged


def _checked(url, params):
    """The whole address. Raises as requests does where it is none."""
    url = url.decode() if isinstance(url, bytes) else str(url)
    url = url.lstrip()
    try:
        parts = urlsplit(url)
        parts.port
    except ValueError as error:
        raise exceptions.InvalidURL(f"Failed to parse: {url}") from error
    if ":" in url and not url.lower().startswith("http"):
        raise exceptions.InvalidSchema(f"No connection adapters were found for {url!r}")
    if not parts.scheme:
        raise exceptions.MissingSchema(f"Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?")
    if parts.scheme.lower() not in ("http", "https"):
        raise exceptions.InvalidSchema(f"No connection adapters were found for {url!r}")
    if not parts.hostname:
        raise exceptions.InvalidURL(f"Invalid URL {url!r}: No host supplied")
    return with_parameters(url, params)


def _body(data, json):
    """The body as bytes, or None, and its type."""
    if not data and json is not None:
        try:
            return jsonlib.dumps(json, allow_nan=False).encode(), "application/json"
        except ValueError as error:
            raise exceptions.InvalidJSONError(error) from error
    if not data:
        return None, None
    if isinstance(data, (bytes, bytearray)):
        return bytes(data), None
    if isinstance(data, str):
        return data.encode(), None
    if hasattr(data, "read"):
        read = data.read()
        return read.encode() if isinstance(read, str) else read, None
    pairs = data.items() if isinstance(data, Mapping) else data
    try:
        return urlencode(
            [(name, value) for name, value in pairs if value is not None], doseq=True
        ).encode(), "application/x-www-form-urlencoded"
    except (TypeError, ValueError) as error:
        raise NotImplementedError(
            "data= takes bytes, text, a file, a mapping or pairs here, not a generator"
        ) from error


def _read_limit(timeout):
    """Of `timeout`, how long nothing may come."""
    if isinstance(timeout, tuple):
        if len(timeout) != 2:
            raise ValueError(
                f"Invalid timeout {timeout}. Pass a (connect, read) timeout tuple, or a single float to set both timeouts to the same value."
            )
        limits = dict(zip(("connect", "read"), timeout))
    else:
        limits = {"connect": timeout, "read": timeout}
    for name, limit in limits.items():
        if limit is not None and limit <= 0:
            raise ValueError(
                f"Attempted to set {name} timeout to {limit}, but the timeout cannot be set to a value less than or equal to 0."
            )
    return limits["read"]


def _send(sent, timeout):
    limit = _read_limit(timeout)
    try:
        answer = network.fetch(sent.method, sent.url, sent.headers.items(), sent.body, limit)
    except network.Failed as failure:
        raise _exception_for(failure, sent, limit) from None
    # What stands behind a "#" is not sent, so it does not come back.
    url = sent.url if answer.url == sent.url.partition("#")[0] else answer.url
    return Response(
        url,
        answer.code,
        answer.reason,
        from_answer(answer.headers, CaseInsensitiveDict),
        answer.body,
        datetime.timedelta(seconds=answer.seconds),
        sent,
    )


def _exception_for(failure, sent, limit):
    """What requests raises for such a failure."""
    parts = urlsplit(sent.url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    pool = f"{parts.scheme.upper()}ConnectionPool(host={parts.hostname!r}, port={port})"
    match failure.problem:
        case "timeout":
            return exceptions.ReadTimeout(f"{pool}: Read timed out. (read timeout={limit})", request=sent)
        case "stalled":
            return exceptions.ConnectionError(f"{pool}: Read timed out.", request=sent)
        case "broken":
            return exceptions.ChunkedEncodingError(f"Connection broken: {failure.words}", request=sent)
        case "unresolved":
            return exceptions.ConnectionError(
                f"{pool}: Failed to resolve {parts.hostname!r} ([Errno -2] {failure.words})", request=sent
            )
        case _:
            return exceptions.ConnectionError(f"{pool}: {failure.words}.", request=sent)
