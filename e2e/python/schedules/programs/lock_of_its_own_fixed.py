"""All calls find the same lock, made when the function was."""
import threading

counter = 0


def add(lock=threading.Lock()):
    global counter
    with lock:
        value = counter
        counter = value + 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counter)
