"""An Event as a starting gun: all runners wait for it, and all hear it at once."""

import threading
import time

gun = threading.Event()
order = []


def run(name, seconds):
    gun.wait()
    time.sleep(seconds)
    order.append(name)


pace = {"Ada": 0.3, "Bo": 0.1, "Cy": 0.2}
runners = [
    threading.Thread(target=run, args=item, name=item[0])
    for item in pace.items()
]
for runner in runners:
    runner.start()
time.sleep(0.2)
print("nobody has moved:", order)
gun.set()
for runner in runners:
    runner.join()
print("they arrived:", ", ".join(order))
