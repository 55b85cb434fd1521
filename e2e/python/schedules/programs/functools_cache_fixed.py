"""A lock around the call does."""
import functools
import threading

computed = []
lock = threading.Lock()


@functools.cache
def square(number):
    computed.append(number)
    return number * number


def ask():
    with lock:
        square(7)


threads = [threading.Thread(target=ask) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(computed))
