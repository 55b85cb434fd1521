"""A global that is read, then written after a call, loses updates when a switch comes between."""

import threading
import time

counter = 0


def work():
    global counter
    for _ in range(5):
        seen = counter
        time.sleep(0.005)
        counter = seen + 1


threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("lost some:", counter < 20, "and kept some:", counter >= 5)
