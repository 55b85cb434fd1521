"""Ada and Ben wait for each other after each step. The meetings are counted."""

import threading
import time

came = 0
meetings = 0
trail = []
changed = threading.Condition()


def meet():
    global came, meetings
    with changed:
        mine = meetings
        came += 1
        if came == 2:
            came = 0
            meetings += 1
            changed.notify()
        while meetings == mine:
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
