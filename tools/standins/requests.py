"""Stands in for the package `requests` when the lessons' programs are checked.

It has the calls that they make and no more, and sends every request to the page server named by STANDIN_PAGES.
A host that ends in `.invalid` cannot be reached, as in the real world.
"""

import http.client
import os
import types
import urllib.parse


class RequestException(OSError):
    pass


class ConnectionError(RequestException):
    pass


class Timeout(RequestException):
    pass


class HTTPError(RequestException):
    pass


exceptions = types.SimpleNamespace(
    RequestException=RequestException, ConnectionError=ConnectionError, Timeout=Timeout, HTTPError=HTTPError
)


class Response:
    def __init__(self, url, status_code, reason, content):
        self.url, self.status_code, self.reason, self.content = url, status_code, reason, content

    @property
    def ok(self):
        return self.status_code < 400

    @property
    def text(self):
        return self.content.decode("utf-8")

    def raise_for_status(self):
        if not self.ok:
            kind = "Client" if self.status_code < 500 else "Server"
            raise HTTPError(f"{self.status_code} {kind} Error: {self.reason} for url: {self.url}")


def get(url, *, timeout=None):
    if urllib.parse.urlsplit(url).hostname.endswith(".invalid"):
        raise ConnectionError(f"Failed to resolve {url}")
    pages = urllib.parse.urlsplit(os.environ["STANDIN_PAGES"])
    connection = http.client.HTTPConnection(pages.hostname, pages.port, timeout=timeout)
    try:
        connection.request("GET", "/?" + urllib.parse.urlencode({"url": url}))
        answer = connection.getresponse()
        return Response(url, answer.status, answer.reason, answer.read())
    except TimeoutError as error:
        raise Timeout(f"Read timed out. (read timeout={timeout})") from error
    finally:
        connection.close()


class Session:
    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def get(self, url, *, timeout=None):
        return get(url, timeout=timeout)

    def close(self):
        pass
