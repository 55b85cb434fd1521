"""Sort numbers by letting a thread sleep for each: the smallest wakes first."""

import threading
import time

numbers = [8, 3, 11, 1, 6, 9]
done = []


def sleep_and_tell(number):
    time.sleep(number / 20)
    done.append(number)


threads = [
    threading.Thread(target=sleep_and_tell, args=(n,), name=f"sleeps for {n}")
    for n in numbers
]
start = time.perf_counter()
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(numbers, "became", done)
print(f"in {time.perf_counter() - start:.2f} s, as long as the longest sleep")
