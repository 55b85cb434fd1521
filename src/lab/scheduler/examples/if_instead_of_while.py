"""Ada is woken for a dish that the cat takes, and `if`
lets her go on without looking again.

Write `while` in its place: then she looks, finds nothing,
and waits for the next dish.
"""

import threading

table = []
served = threading.Condition()


def ada():
    with served:
        if not table:
            served.wait()
        print("Ada eats", table.pop())


def cat():
    with served:
        if table:
            table.pop()


def cook():
    for dish in ("soup", "cake"):
        with served:
            table.append(dish)
            served.notify()


threads = [threading.Thread(target=target) for target in (ada, cat, cook)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
