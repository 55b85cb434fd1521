"""What was asked, and what came back."""

import datetime
import json as jsonlib

from timeslice.network.headers import content_type

from . import exceptions
from .structures import CaseInsensitiveDict

ITER_CHUNK_SIZE = 512


class SentRequest:
    """A request as it was sent: `response.request`."""

    def __init__(self, method, url, headers, body):
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body

    @property
    def path_url(self):
        """The address behind the host."""
        _, _, behind = self.url.partition("://")[2].partition("/")
        return f"/{behind.partition('#')[0]}"

    def __repr__(self):
        return f"<PreparedRequest [{self.method}]>"


class Response:
    """What a server answered. The whole body is there."""

    def __init__(
        self,
        url=None,
        status_code=None,
        reason=None,
        headers=None,
        content=b"",
        elapsed=datetime.timedelta(0),
        request=None,
    ):
        self.url = url
        self.status_code = status_code
        self.reason = reason
        self.headers = CaseInsensitiveDict() if headers is None else headers
        self.content = content
        self.elapsed = elapsed
        self.request = request
        self.history = []
        self.encoding = _encoding_of(self.headers)

    def __repr__(self):
        return f"<Response [{self.status_code}]>"

    def __bool__(self):
        return self.ok

    def __iter__(self):
        return self.iter_content(128)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        """There is no connection to give back."""

    @property
    def ok(self):
        """Whether the status is below 400."""
        return self.status_code < 400

    @property
    def is_redirect(self):
        """Never: the browser has followed redirects already."""
        return False

    is_permanent_redirect = is_redirect

    @property
    def apparent_encoding(self):
        """UTF-8 where the body is that, else a guess."""
        try:
            self.content.decode("utf-8")
        except UnicodeDecodeError:
            return "ISO-8859-1"
        return "ascii" if self.content.isascii() else "utf-8"

    @property
    def text(self):
        """The body as text, by `encoding` or, where that is None, by `apparent_encoding`."""
        encoding = self.encoding or self.apparent_encoding
        try:
            return str(self.content, encoding, errors="replace")
        except LookupError:
            return str(self.content, "utf-8", errors="replace")

    def json(self, **kwargs):
        """The body, read as JSON. Raises `requests.JSONDecodeError`."""
        text = self.text if self.encoding else self.content.decode(jsonlib.detect_encoding(self.content), "replace")
        try:
            return jsonlib.loads(text, **kwargs)
        except jsonlib.JSONDecodeError as error:
            raise exceptions.JSONDecodeError(error.msg, error.doc, error.pos) from error

    def iter_content(self, chunk_size=1, decode_unicode=False):
        """The body in pieces of so many bytes; in one with None."""
        if chunk_size is not None and not isinstance(chunk_size, int):
            raise TypeError(f"chunk_size must be an int, it is instead a {type(chunk_size)}.")
        size = chunk_size or max(1, len(self.content))
        pieces = (self.content[at : at + size] for at in range(0, len(self.content), size))
        return _decoded(pieces, self.encoding) if decode_unicode and self.encoding else pieces

    def iter_lines(self, chunk_size=ITER_CHUNK_SIZE, decode_unicode=False, delimiter=None):
        """The body by lines, without their ends."""
        whole = self.text if decode_unicode else self.content
        return iter(whole.split(delimiter) if delimiter else whole.splitlines())

    def raise_for_status(self):
        """Raises HTTPError for a status of 400 or more."""
        if self.status_code < 400:
            return
        kind = "Client" if self.status_code < 500 else "Server"
        raise exceptions.HTTPError(f"{self.status_code} {kind} Error: {self.reason} for url: {self.url}", response=self)

    @property
    def raw(self):
        """Left out."""
        raise NotImplementedError("Response.raw is left out: a page has no sockets; use content or iter_content")

    @property
    def cookies(self):
        """Left out."""
        raise NotImplementedError("Response.cookies is left out: a browser keeps cookies to itself")


def _encoding_of(headers):
    kind, parameters = content_type(headers)
    if "charset" in parameters:
        return parameters["charset"]
    if kind.startswith("text/"):
        return "ISO-8859-1"
    return "utf-8" if kind == "application/json" else None


def _decoded(pieces, encoding):
    from codecs import getincrementaldecoder

    decoder = getincrementaldecoder(encoding)(errors="replace")
    for piece in pieces:
        text = decoder.decode(piece)
        if text:
            yield text
    rest = decoder.decode(b"", final=True)
    if rest:
        yield rest
