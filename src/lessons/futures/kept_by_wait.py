"""Ten downloads with submit and wait. Page 3 fails, page 6 hangs: which pages do we keep?

Needs: pip install requests
"""

import time
from concurrent.futures import ThreadPoolExecutor, wait

import requests

PAGES = [f"https://httpbin.org/delay/1?page={number}" for number in range(10)]
PAGES[3] = "https://httpbin.org/status/503?page=3"  # fails
PAGES[6] = "https://httpbin.org/delay/5?page=6"  # takes longer than we will wait


def download(url):
    page = requests.get(url, timeout=10)
    page.raise_for_status()
    return page.content


start = time.perf_counter()
with ThreadPoolExecutor(max_workers=len(PAGES)) as pool:
    page_of = {pool.submit(download, url): number for number, url in enumerate(PAGES)}
    done, not_done = wait(page_of, timeout=3)
    print(f"{len(done)} done, {len(not_done)} not, after {time.perf_counter() - start:.1f} s")
    kept = {page_of[future]: future.result() for future in done if future.exception() is None}
print(f"kept {len(kept)} of {len(PAGES)} pages")
print(f"the pool ended in {time.perf_counter() - start:.2f} s")
