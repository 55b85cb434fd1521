"""The page's subset of requests: the same names and meanings, on the page's own network. The real one needs sockets.

What a browser cannot do, or keeps to itself, raises NotImplementedError with a sentence: cookies, proxies, certificates, redirects that are
not followed, uploads of files. Redirects are followed by the browser, so `history` is empty. The whole body comes with the answer, also
with `stream=True`. Of `timeout`, the part that counts is how long nothing may come; a connection is none of a page's business.
"""

from . import exceptions
from .api import delete, get, head, options, patch, post, put, request
from .exceptions import (
    ConnectionError,
    ConnectTimeout,
    FileModeWarning,
    HTTPError,
    JSONDecodeError,
    ReadTimeout,
    RequestException,
    Timeout,
    TooManyRedirects,
    URLRequired,
)
from .models import Response
from .sessions import Session, session
from .status_codes import codes

__version__ = "2.34.2+timeslice.subset"

_LEFT_OUT = {"Request", "PreparedRequest", "adapters", "auth", "certs", "cookies", "hooks", "packages", "utils"}


def __getattr__(name):
    if name in _LEFT_OUT:
        raise NotImplementedError(
            f"requests.{name} is left out of the page's requests, which has get, post, Session and their like only"
        )
    raise AttributeError(f"module 'requests' has no attribute '{name}'")
