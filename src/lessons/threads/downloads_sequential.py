"""Three pages, one after another.

Needs: pip install requests
"""

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
    except requests.RequestException as error:
        print(f"{url} failed: {error}")
    else:
        print(f"{len(page.content):,} bytes from {url}")


start = time.perf_counter()
for url in PAGES:
    download(url)
print(f"{len(PAGES)} pages, one after another, in {time.perf_counter() - start:.2f} s")
