"""Nobody sleeps any more."""
import time

slept = []
original = time.sleep
time.sleep = slept.append
time.sleep(1)
print(slept, original is not time.sleep)
