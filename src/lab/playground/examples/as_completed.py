"""A pool of threads: results as they come, and an exception where it is asked for."""

import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def fetch(page, seconds):
    time.sleep(seconds)
    if page == "fir":
        raise ConnectionError("no such page")
    return len(page) * 1000


pages = {"oak": 0.3, "ash": 0.1, "fir": 0.2, "elm": 0.15}
with ThreadPoolExecutor(max_workers=2) as pool:
    futures = {pool.submit(fetch, *item): item[0] for item in pages.items()}
    for future in as_completed(futures):
        page = futures[future]
        try:
            print(f"{page}: {future.result()} bytes")
        except ConnectionError as error:
            print(f"{page}: {error}")
