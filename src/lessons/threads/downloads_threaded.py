"""Three pages, one thread each.

Needs: pip install requests
"""

import threading
import time

import requests

PAGES = [
    "https://www.python.org/",
    "https://docs.python.org/3/",
    "https://peps.python.org/",
]


def download(url):
    try:
        page = requests.get(url, timeout=10)  # limits each wait, not the whole page
        page.raise_for_status()
        line = f"{len(page.content):,} bytes from {url}"
    except requests.RequestException as error:
        line = f"{url} failed: {error}"
    # Text and newline in one write, or two threads mix their lines.
    print(f"{line}\n", end="")


start = time.perf_counter()
threads = [threading.Thread(target=download, args=(url,)) for url in PAGES]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"{len(PAGES)} pages, one thread each, in {time.perf_counter() - start:.2f} s")
