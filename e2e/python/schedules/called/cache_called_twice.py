"""A cache looks, then calls the function: both threads may find nothing."""
import functools
import threading

calls = []


@functools.cache
def value():
    calls.append(1)
    return len(calls)


first = threading.Thread(target=value)
second = threading.Thread(target=value)
first.start()
second.start()
first.join()
second.join()
print(len(calls), value())
