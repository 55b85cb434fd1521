"""The exceptions of aiohttp's client, with the real hierarchy."""

import asyncio


class ClientError(Exception):
    """Something went wrong with a request."""


class ClientResponseError(ClientError):
    """The answer is one that was not wanted; `status` and `message` say which."""

    def __init__(self, request_info, history=(), *, status=None, message="", headers=None):
        super().__init__(request_info, history)
        self.request_info = request_info
        self.history = history
        self.status = 0 if status is None else status
        self.message = message
        self.headers = headers

    def __str__(self):
        return f"{self.status}, message={self.message!r}, url={str(self.request_info.real_url)!r}"

    def __repr__(self):
        args = f"{self.request_info!r}, {self.history!r}"
        if self.status != 0:
            args += f", status={self.status!r}"
        if self.message != "":
            args += f", message={self.message!r}"
        if self.headers is not None:
            args += f", headers={self.headers!r}"
        return f"{type(self).__name__}({args})"


class ContentTypeError(ClientResponseError):
    """The type of the body is not the one that was asked for."""


class WSServerHandshakeError(ClientResponseError):
    """A web socket could not be opened."""


class ClientHttpProxyError(ClientResponseError):
    """A proxy failed."""


class TooManyRedirects(ClientResponseError):
    """Redirects without end."""


class ClientConnectionError(ClientError):
    """There was no connection, or it did not hold."""


class ClientOSError(ClientConnectionError, OSError):
    """The same, as the operating system says it."""


class ClientConnectorError(ClientOSError):
    """There was no connection to a host."""

    def __init__(self, connection_key, os_error):
        self._key = connection_key
        self._os_error = os_error
        super().__init__(os_error.errno, os_error.strerror)

    @property
    def os_error(self):
        return self._os_error

    @property
    def host(self):
        return self._key.host

    @property
    def port(self):
        return self._key.port

    @property
    def ssl(self):
        return self._key.ssl

    def __str__(self):
        return f"Cannot connect to host {self.host}:{self.port} ssl:{'default' if self.ssl is True else self.ssl} [{self.strerror}]"

    __reduce__ = BaseException.__reduce__


class ClientConnectorDNSError(ClientConnectorError):
    """The host's name stands for nothing."""


class ClientProxyConnectionError(ClientConnectorError):
    """There was no connection to a proxy."""


class ServerConnectionError(ClientConnectionError):
    """The server did not behave."""


class ServerDisconnectedError(ServerConnectionError):
    """The server went away."""

    def __init__(self, message=None):
        self.message = "Server disconnected" if message is None else message
        super().__init__(self.message)


class ServerTimeoutError(ServerConnectionError, asyncio.TimeoutError):
    """It took too long."""


class ConnectionTimeoutError(ServerTimeoutError):
    """Connecting took too long."""


class SocketTimeoutError(ServerTimeoutError):
    """The server sent nothing in time."""


class ClientPayloadError(ClientError):
    """The body broke off."""


class InvalidURL(ClientError, ValueError):
    """The address is none."""

    def __init__(self, url, description=None):
        self._url = url
        self._description = description
        super().__init__(url, *(() if description is None else (description,)))

    @property
    def url(self):
        return self._url

    @property
    def description(self):
        return self._description

    def __str__(self):
        return f"{self._url} - {self._description}" if self._description else str(self._url)

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"


class InvalidUrlClientError(InvalidURL):
    """The address is none."""


class NonHttpUrlClientError(ClientError):
    """The address begins with something else than http:// or https://."""


class ClientSSLError(ClientConnectorError):
    """Encryption failed. A browser does not say so: the page raises ClientConnectorError."""


class ClientConnectorSSLError(ClientSSLError):
    """The same."""


class ClientConnectorCertificateError(ClientSSLError):
    """A certificate was wrong. A browser does not say so: the page raises ClientConnectorError."""
