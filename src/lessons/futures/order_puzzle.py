"""An order waits to be sent. Ben calls it off, and pays the money back."""

import threading
from concurrent.futures import ThreadPoolExecutor

sent = 0
refunds = 0


def send():
    global sent
    sent += 1


def call_off():
    global refunds
    if order.running() or order.done():
        return
    order.cancel()
    refunds += 1


with ThreadPoolExecutor(max_workers=1) as pool:
    order = pool.submit(send)
    ben = threading.Thread(target=call_off, name="Ben")
    ben.start()
    ben.join()
print(f"{sent} sent, {refunds} refunded")
