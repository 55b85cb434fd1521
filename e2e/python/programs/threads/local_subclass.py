"""A subclass of local: __init__ runs once in each thread, with the same arguments."""

import threading


class Settings(threading.local):
    shared = 0

    def __init__(self, **defaults):
        Settings.shared += 1
        self.__dict__.update(defaults)

    @property
    def doubled(self):
        return self.size * 2


settings = Settings(size=1)


def work(size):
    print("begins with", settings.size, settings.doubled)
    settings.size = size
    print("ends with", settings.size, settings.doubled)


for size in (10, 20):
    thread = threading.Thread(target=work, args=(size,))
    thread.start()
    thread.join()
print(settings.size, Settings.shared)
try:
    threading.local(1)
except TypeError as error:
    print("TypeError:", error)
