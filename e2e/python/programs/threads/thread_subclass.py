"""A subclass with its own run(), and results kept on the object."""

import threading


class Square(threading.Thread):
    def __init__(self, number):
        super().__init__(name=f"square-{number}")
        self.number = number
        self.result = None

    def run(self):
        self.result = self.number**2


threads = [Square(n) for n in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print([thread.result for thread in threads])
print([thread.name for thread in threads])


class Careless(threading.Thread):
    def __init__(self):
        self.forgot = True


try:
    Careless().start()
except RuntimeError as error:
    print("RuntimeError:", error)
