"""Only who holds the lock may find that there is none."""
import threading


class Pool:
    connection = None
    lock = threading.Lock()

    def connect(self):
        with self.lock:
            if self.connection is None:
                self.connection = object()
            return self.connection


def use():
    connection = pool.connect()
    used.append(connection)


pool = Pool()
used = []
threads = [threading.Thread(target=use) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(set(used)))
