"""`__setattr__` in Python is entered between reading and writing."""
import threading


class Watched:
    def __setattr__(self, name, value):
        self.__dict__[name] = value


watched = Watched()
watched.count = 0


def add():
    watched.count += 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(watched.count)
