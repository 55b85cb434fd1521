"""Six visitors wait for the doors. Then two at a time are inside."""

import threading
import time

opened = threading.Event()
places = threading.Semaphore(2)
inside = []
most = 0
guard = threading.Lock()


def visit(name):
    global most
    opened.wait()
    with places:
        with guard:
            inside.append(name)
            most = max(most, len(inside))
        time.sleep(0.2)  # looks at the pictures
        with guard:
            inside.remove(name)


visitors = [threading.Thread(target=visit, args=(name,)) for name in "ABCDEF"]
for visitor in visitors:
    visitor.start()
time.sleep(0.3)
print(f"{len(inside)} inside before the doors are open")
began = time.perf_counter()
opened.set()
for visitor in visitors:
    visitor.join()
took = time.perf_counter() - began
print(f"All have seen it after {took:.1f} s, at most {most} at once")
opened.wait()  # nobody has to wait here any more
print("Who comes late, comes to open doors")
