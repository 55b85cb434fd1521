"""What a condition remembers, and what it refuses."""

import threading


def raised(call, *args):
    try:
        call(*args)
    except Exception as error:
        return type(error)
    return None


condition = threading.Condition()
without_lock = [
    raised(call)
    for call in (condition.wait, condition.notify, condition.notify_all)
]
with condition:
    condition.notify_all()
    heard = condition.wait(timeout=0.05)
    found = condition.wait_for(lambda: True, timeout=0.05)

# The lock of a condition may be held twice by its thread, and wait() lets go of it wholly.
freed = []


def look():
    freed.append(condition.acquire(timeout=5))
    condition.notify()
    condition.release()


with condition, condition:
    looker = threading.Thread(target=look)
    looker.start()
    freed.append(condition.wait(timeout=5))
looker.join()

found_out = without_lock == [RuntimeError] * 3 and heard is False and found is True and freed == [True, True]
print("holds" if found_out else (without_lock, heard, found, freed))
