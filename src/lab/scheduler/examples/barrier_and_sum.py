"""Each of two threads writes its half; behind the
barrier, both halves are there.

Without the line with `wait`, the sum may be made of one
half only.
"""

import threading

halves = [0, 0]
sums = []
barrier = threading.Barrier(2)


def work(number):
    halves[number] = 21
    barrier.wait()
    sums.append(sum(halves))


threads = [threading.Thread(target=work, args=(number,)) for number in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sums)
