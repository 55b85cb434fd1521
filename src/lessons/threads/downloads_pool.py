"""Three pages from a pool of two threads, their sizes in the order of the pages.

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
    page = requests.get(url, timeout=10)
    page.raise_for_status()
    return len(page.content)


start = time.perf_counter()
with ThreadPoolExecutor(max_workers=2) as pool:
    for url, size in zip(PAGES, pool.map(download, PAGES)):
        print(f"{size:,} bytes from {url}")
print(f"{len(PAGES)} pages, from a pool of two threads, in {time.perf_counter() - start:.2f} s")
