"""A count that is lost keeps the door shut for ever."""
import threading

remaining = 2
opened = threading.Event()


def count_down():
    global remaining
    left = remaining - 1
    remaining = left
    if left == 0:
        opened.set()


threading.Thread(target=count_down).start()
threading.Thread(target=count_down).start()
opened.wait()
print("open")
