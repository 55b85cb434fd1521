"""A page arrives. Ada waits for it, and takes its size from its own result."""

import threading
from concurrent.futures import ThreadPoolExecutor

report = None


def fetch():
    return 512


def tell():
    global report
    report = page.result()


with ThreadPoolExecutor(max_workers=1) as pool:
    page = pool.submit(fetch)
    ada = threading.Thread(target=tell, name="Ada")
    ada.start()
    ada.join()
print(report, "bytes")
