"""A generator refuses a second thread while one is inside; since 3.15 serialize_iterator lets it wait."""

import threading
import time


def slow_numbers():
    for number in range(4):
        time.sleep(0.05)
        yield number


def draw_in_two_threads(numbers):
    drawn, refused = [], []

    def draw():
        try:
            drawn.extend(numbers)
        except ValueError as error:
            refused.append(error)

    threads = [threading.Thread(target=draw) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(drawn), len(refused)


found = [draw_in_two_threads(slow_numbers())]
expected = [([0, 1, 2, 3], 1)]
if hasattr(threading, "serialize_iterator"):
    found.append(draw_in_two_threads(threading.serialize_iterator(slow_numbers())))
    expected.append(([0, 1, 2, 3], 0))
print("holds" if found == expected else found)
