"""The page's subset of aiohttp's client: the same names and meanings, on the page's own network. The real one needs sockets.

What a browser cannot do, or keeps to itself, raises NotImplementedError with a sentence: cookies, proxies, certificates, redirects that are
not followed, web sockets, servers. Redirects are followed by the browser, so `history` is empty. The whole body comes with the answer.
"""

from .client import ClientSession, request
from .client_exceptions import (
    ClientConnectionError,
    ClientConnectorCertificateError,
    ClientConnectorDNSError,
    ClientConnectorError,
    ClientConnectorSSLError,
    ClientError,
    ClientHttpProxyError,
    ClientOSError,
    ClientPayloadError,
    ClientProxyConnectionError,
    ClientResponseError,
    ClientSSLError,
    ConnectionTimeoutError,
    ContentTypeError,
    InvalidURL,
    InvalidUrlClientError,
    NonHttpUrlClientError,
    ServerConnectionError,
    ServerDisconnectedError,
    ServerTimeoutError,
    SocketTimeoutError,
    TooManyRedirects,
    WSServerHandshakeError,
)
from .client_reqrep import URL, ClientResponse, RequestInfo
from .connector import BaseConnector, ClientTimeout, TCPConnector

__version__ = "3.14.3+timeslice.subset"

_LEFT_OUT = {
    "BasicAuth",
    "CookieJar",
    "DummyCookieJar",
    "FormData",
    "MultipartWriter",
    "TraceConfig",
    "UnixConnector",
    "WSMsgType",
    "ClientWebSocketResponse",
    "AsyncResolver",
    "ThreadedResolver",
    "web",
    "test_utils",
}


def __getattr__(name):
    if name in _LEFT_OUT:
        raise NotImplementedError(
            f"aiohttp.{name} is left out of the page's aiohttp, which has ClientSession and what belongs to it only"
        )
    raise AttributeError(f"module 'aiohttp' has no attribute '{name}'")
