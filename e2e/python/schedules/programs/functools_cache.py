"""`functools.cache` does not keep two threads from computing the same."""
import functools
import threading

computed = []


@functools.cache
def square(number):
    computed.append(number)
    return number * number


threads = [threading.Thread(target=square, args=(7,)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(computed))
