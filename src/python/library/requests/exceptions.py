"""The exceptions of requests, with the real hierarchy."""

import json


class RequestException(OSError):
    """Something went wrong with a request."""

    def __init__(self, *args, response=None, request=None):
        super().__init__(*args)
        self.response = response
        self.request = request if request is not None else getattr(response, "request", None)


class InvalidJSONError(RequestException):
    """A JSON error."""


class JSONDecodeError(InvalidJSONError, json.JSONDecodeError):
    """The text is no JSON."""

    def __init__(self, *args, **kwargs):
        json.JSONDecodeError.__init__(self, *args)
        InvalidJSONError.__init__(self, *self.args, **kwargs)

    def __reduce__(self):
        return json.JSONDecodeError.__reduce__(self)


class HTTPError(RequestException):
    """A status of 400 or more."""


class ConnectionError(RequestException):
    """There was no connection."""


class ProxyError(ConnectionError):
    """A proxy failed."""


class SSLError(ConnectionError):
    """A certificate was wrong. A browser does not say so: the page raises ConnectionError."""


class Timeout(RequestException):
    """It took too long. Catches ConnectTimeout and ReadTimeout."""


class ConnectTimeout(ConnectionError, Timeout):
    """Connecting took too long. A browser does not say so: the page raises ReadTimeout."""


class ReadTimeout(Timeout):
    """The server sent nothing in time."""


class URLRequired(RequestException):
    """There is no address."""


class TooManyRedirects(RequestException):
    """Redirects without end."""


class MissingSchema(RequestException, ValueError):
    """The address lacks its http:// or https://."""


class InvalidSchema(RequestException, ValueError):
    """The address begins with something else than http:// or https://."""


class InvalidURL(RequestException, ValueError):
    """The address is none."""


class InvalidHeader(RequestException, ValueError):
    """A header cannot be sent."""


class InvalidProxyURL(InvalidURL):
    """The address of a proxy is none."""


class ChunkedEncodingError(RequestException):
    """The body broke off."""


class ContentDecodingError(RequestException):
    """The body could not be decompressed."""


class StreamConsumedError(RequestException, TypeError):
    """The body was read already."""


class RetryError(RequestException):
    """Trying again did not help."""


class UnrewindableBodyError(RequestException):
    """The body cannot be sent again."""


class RequestsWarning(Warning):
    """A warning."""


class FileModeWarning(RequestsWarning, DeprecationWarning):
    """A file was opened as text."""


class RequestsDependencyWarning(RequestsWarning):
    """A dependency has another version than expected."""
