"""Ten downloads with map. Page 3 fails, page 6 hangs: which pages do we keep?

Needs: pip install requests
"""

import time
from concurrent.futures import ThreadPoolExecutor

import requests

PAGES = [f"https://httpbin.org/delay/1?page={number}" for number in range(10)]
PAGES[3] = "https://httpbin.org/status/503?page=3"  # fails
PAGES[6] = "https://httpbin.org/delay/5?page=6"  # takes longer than we will wait


def download(url):
    page = requests.get(url, timeout=10)
    page.raise_for_status()
    return page.content


start = time.perf_counter()
kept = []
with ThreadPoolExecutor(max_workers=len(PAGES)) as pool:
    try:
        for content in pool.map(download, PAGES, timeout=3):
            kept.append(content)
    except (requests.RequestException, TimeoutError) as error:
        print(f"{type(error).__name__} after {time.perf_counter() - start:.1f} s")
print(f"kept {len(kept)} of {len(PAGES)} pages")
print(f"the pool ended in {time.perf_counter() - start:.2f} s")
