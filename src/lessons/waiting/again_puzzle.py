"""Ada and Ben wait for each other after each step, at a barrier of their own."""

import threading
import time

came = 0
trail = []
changed = threading.Condition()


def meet():
    global came
    with changed:
        came += 1
        if came == 2:
            came = 0
            changed.notify()
        while came > 0:
            changed.wait()


def walk():
    for step in (1, 2):
        time.sleep(0.1)  # on foot
        trail.append(step)
        meet()


ada = threading.Thread(target=walk, name="Ada")
ben = threading.Thread(target=walk, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print(trail)
