"""Timers call back later, each in a thread of its own, unless they are cancelled."""

import threading
import time

start = time.perf_counter()
rang = []


def ring(name):
    print(f"{name} rings after {time.perf_counter() - start:.1f} s")
    rang.append(name)


tea = threading.Timer(0.3, ring, args=("tea",))
egg = threading.Timer(0.6, ring, args=("egg",))
alarm = threading.Timer(0.5, ring, args=("alarm",))
for timer in (tea, egg, alarm):
    timer.start()
time.sleep(0.4)
alarm.cancel()
for timer in (tea, egg, alarm):
    timer.join()
print("the alarm rang" if "alarm" in rang else "the alarm was cancelled")
