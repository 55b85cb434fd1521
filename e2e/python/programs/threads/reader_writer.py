"""Many readers or one writer, built from a Condition."""

import threading
import time


class ReadWriteLock:
    def __init__(self):
        self.condition = threading.Condition()
        self.readers, self.writing = 0, False

    def read(self, action):
        with self.condition:
            self.condition.wait_for(lambda: not self.writing)
            self.readers += 1
        action()
        with self.condition:
            self.readers -= 1
            self.condition.notify_all()

    def write(self, action):
        with self.condition:
            self.condition.wait_for(lambda: not self.writing and self.readers == 0)
            self.writing = True
        action()
        with self.condition:
            self.writing = False
            self.condition.notify_all()


lock = ReadWriteLock()
seen = []
look = lambda: (seen.append((lock.readers > 0, lock.writing)), time.sleep(0.02))
change = lambda: (seen.append((lock.readers > 0, lock.writing)), time.sleep(0.02))
threads = [threading.Thread(target=lock.read, args=(look,)) for _ in range(3)]
threads += [threading.Thread(target=lock.write, args=(change,)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(seen))
