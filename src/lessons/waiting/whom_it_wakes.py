"""Eight guests wait for a dish each. Eight come, one at a time."""

import threading
import time

GUESTS = 8


def dine(wake):
    """How often a guest was woken in vain. `wake` is called for each dish."""
    table = []
    in_vain = 0
    changed = threading.Condition()

    def eat():
        nonlocal in_vain
        with changed:
            while not table:
                changed.wait()
                if not table:
                    in_vain += 1
            table.pop()

    guests = [threading.Thread(target=eat) for _ in range(GUESTS)]
    for guest in guests:
        guest.start()
    for dish in range(GUESTS):
        time.sleep(0.1)  # all who were woken have looked
        with changed:
            table.append(dish)
            wake(changed)
    for guest in guests:
        guest.join()
    return in_vain


print("notify:    ", dine(threading.Condition.notify), "woken in vain")
print("notify_all:", dine(threading.Condition.notify_all), "woken in vain")
