"""A loop jumps back between two additions, never within one."""
import threading

counter = 0


def add_twice():
    global counter
    for _ in range(2):
        counter += 1


first = threading.Thread(target=add_twice)
second = threading.Thread(target=add_twice)
first.start()
second.start()
first.join()
second.join()
print(counter)
