"""A pause button: workers wait at a gate while it is closed."""

import threading
import time

gate, stop = threading.Event(), threading.Event()
steps = 0


def work():
    global steps
    while not stop.is_set():
        gate.wait()
        steps += 1
        time.sleep(0.01)


thread = threading.Thread(target=work)
thread.start()
time.sleep(0.05)
print("closed:", steps)
gate.set()
time.sleep(0.1)
gate.clear()
time.sleep(0.03)
before = steps
time.sleep(0.1)
print("open, then closed:", before > 2, steps == before)
stop.set()
gate.set()
thread.join(timeout=1)
print(thread.is_alive())
