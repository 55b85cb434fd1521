"""One page does not exist. A thread keeps the error to itself; a pool raises it later.

Needs: pip install requests
"""

import threading
from concurrent.futures import ThreadPoolExecutor

import requests

PAGE = "https://no-such-host.invalid/"


def download(url):
    return requests.get(url, timeout=10).text


threading.excepthook = lambda failure: print(f"in the thread: {failure.exc_type.__name__}")
thread = threading.Thread(target=download, args=(PAGE,))
thread.start()
thread.join()
print("join returned, as if nothing had happened")

with ThreadPoolExecutor() as pool:
    future = pool.submit(download, PAGE)
    try:
        future.result()
    except requests.ConnectionError as error:
        print(f"in the main thread: {type(error).__name__}")
