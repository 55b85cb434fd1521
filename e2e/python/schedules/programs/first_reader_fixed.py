"""A lock around counting and deciding."""
import threading

room = threading.Lock()
mutex = threading.Lock()
readers = 0


def read():
    global readers
    with mutex:
        readers += 1
        if readers == 1:
            room.acquire()
    with mutex:
        readers -= 1
        if readers == 0:
            room.release()


first = threading.Thread(target=read, name="first")
second = threading.Thread(target=read, name="second")
first.start()
second.start()
first.join()
second.join()
print(room.locked())
