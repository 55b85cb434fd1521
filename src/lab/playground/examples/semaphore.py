"""Six cars and a ferry with two places: a Semaphore counts who may still come."""

import threading
import time

places = threading.BoundedSemaphore(2)
aboard = 0
most = 0
guard = threading.Lock()


def cross():
    global aboard, most
    with places:
        with guard:
            aboard += 1
            most = max(most, aboard)
        time.sleep(0.15)
        with guard:
            aboard -= 1


start = time.perf_counter()
cars = [threading.Thread(target=cross, name=f"car {number}") for number in range(1, 7)]
for car in cars:
    car.start()
for car in cars:
    car.join()
elapsed = time.perf_counter() - start
print(f"{len(cars)} cars, at most {most} at a time, {elapsed:.2f} s")
