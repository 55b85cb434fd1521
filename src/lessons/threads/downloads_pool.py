"""Three pages from a pool of two threads, results in the order of the pages.

Needs: pip install requests
"""

import time
from concurrent.futures import ThreadPoolExecutor

import requests

PAGES = [
    "https://www.python.org/",
    "https://docs.python.org/3/",
    "https://peps.python.org/",
]


def download(url):
    """A line about a page. It returns a failure too: an exception would end map."""
    try:
        page = requests.get(url, timeout=10)  # limits each wait, not the whole page
        page.raise_for_status()
    except requests.RequestException as error:
        return f"{url} failed: {error}"
    return f"{len(page.content):,} bytes from {url}"


start = time.perf_counter()
with ThreadPoolExecutor(max_workers=2) as pool:
    for line in pool.map(download, PAGES):
        print(line)
print(f"{len(PAGES)} pages, from a pool of two threads, in {time.perf_counter() - start:.2f} s")
