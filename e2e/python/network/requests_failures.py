"""What requests raises, and how it is caught."""

import threading
import time

import requests

SERVER = "http://127.0.0.1:8000"


def attempt(path, **kwargs):
    """Prints what comes of a request."""
    url = f"{SERVER}{path}" if path.startswith("/") else path
    start = time.perf_counter()
    try:
        answer = requests.get(url, **kwargs)
        answer.raise_for_status()
        print(path, "->", answer)
    except Exception as error:
        names = [cls.__name__ for cls in type(error).__mro__ if cls.__module__.startswith("requests")]
        print(path, "->", *names, f"after {time.perf_counter() - start:.1f} s")
        return error


error = attempt("/status/503")
print(error.response.status_code, error.response.text, error.request.method, str(error).replace(SERVER, "…"))
print(str(attempt("/status/404")).replace(SERVER, "…"))
attempt("/status/304")
error = attempt("/delay/3", timeout=0.3)
print(str(error).rpartition(": ")[2], error.response, error.request.method)
attempt("/delay/3", timeout=(2, 0.4))
attempt("/delay/0.2", timeout=(None, 2))
attempt("/stall", timeout=0.5)
attempt("/drop")
attempt("https://no-such-host.invalid/")
attempt("http://127.0.0.1:9/")
for wrong in ("example.org/", "ftp://example.org/", "http://", "http:///path"):
    print(attempt(wrong))
for timeout in (0, -1, (1, 2, 3)):
    print(attempt("/text", timeout=timeout))
print(type(attempt("/text", headers={"X-Trial": "a\nb"})).__mro__[-4:])
try:
    requests.get(f"{SERVER}/lines").json()
except requests.JSONDecodeError as error:
    print(type(error).__mro__[1].__name__, isinstance(error, ValueError), error, error.pos)
for cls in ("ConnectTimeout", "ReadTimeout", "SSLError", "ChunkedEncodingError", "InvalidURL", "MissingSchema", "TooManyRedirects"):
    print([base.__name__ for base in getattr(requests.exceptions, cls).__mro__])

threading.excepthook = lambda failure: print("in a thread:", failure.exc_type.__name__)
thread = threading.Thread(target=lambda: requests.get("https://no-such-host.invalid/"))
thread.start()
thread.join()
