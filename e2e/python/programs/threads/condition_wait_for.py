"""wait_for gives the predicate's value, or its last falsehood when time is up."""

import threading
import time

condition = threading.Condition()
state = 0


def count():
    global state
    for _ in range(4):
        time.sleep(0.03)
        with condition:
            state += 1
            condition.notify_all()


with condition:
    print(condition.wait(timeout=0.05))
    print(condition.wait_for(lambda: state, timeout=0.05))
    threading.Thread(target=count).start()
    print(condition.wait_for(lambda: state == 4 and "four", timeout=5))
for wrong in (condition.wait, condition.notify, condition.notify_all):
    try:
        wrong()
    except RuntimeError as error:
        print("RuntimeError:", error)
