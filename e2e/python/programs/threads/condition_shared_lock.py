"""Two conditions on one lock: a bounded buffer of size two."""

import threading

lock = threading.Lock()
not_full, not_empty = threading.Condition(lock), threading.Condition(lock)
buffer, taken, most = [], [], 0


def produce():
    global most
    for number in range(12):
        with not_full:
            not_full.wait_for(lambda: len(buffer) < 2)
            buffer.append(number)
            most = max(most, len(buffer))
            not_empty.notify()


def consume():
    for _ in range(6):
        with not_empty:
            not_empty.wait_for(lambda: buffer)
            taken.append(buffer.pop(0))
            not_full.notify()


threads = [threading.Thread(target=target) for target in (produce, consume, consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(taken) == list(range(12)), most <= 2, buffer)
