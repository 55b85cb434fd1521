"""Both begin with the left side, and wait."""
import threading

left = threading.Lock()
right = threading.Lock()
crossed = 0


def cross():
    global crossed
    with left:
        with right:
            crossed += 1


first = threading.Thread(target=cross)
second = threading.Thread(target=cross)
first.start()
second.start()
first.join()
second.join()
print(crossed)
