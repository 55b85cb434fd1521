"""Two locks for one counter keep nobody out."""
import threading

counter = 0
locks = threading.Lock(), threading.Lock()


def add(lock):
    global counter
    with lock:
        value = counter
        counter = value + 1


first = threading.Thread(target=add, args=(locks[0],))
second = threading.Thread(target=add, args=(locks[1],))
first.start()
second.start()
first.join()
second.join()
print(counter)
