"""The lock covers reading and writing."""
import threading


class Watched:
    def __setattr__(self, name, value):
        self.__dict__[name] = value


watched = Watched()
watched.count = 0
lock = threading.Lock()


def add():
    with lock:
        watched.count += 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(watched.count)
