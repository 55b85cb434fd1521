"""A page arrives. A callback counts its bytes, and Ada waits for the page."""

import threading
from concurrent.futures import ThreadPoolExecutor

size = 0
report = None


def fetch():
    return 512


def count(page):
    global size
    size = page.result()


def tell():
    global report
    page.result()
    report = size


with ThreadPoolExecutor(max_workers=1) as pool:
    page = pool.submit(fetch)
    page.add_done_callback(count)
    ada = threading.Thread(target=tell, name="Ada")
    ada.start()
    ada.join()
print(report, "bytes")
