"""Two readers want to write, and each waits until the other reads no more."""
import threading

condition = threading.Condition()
readers = written = 0


def read_then_write():
    global readers, written
    with condition:
        readers += 1
    with condition:
        while readers > 1:
            condition.wait()
        written += 1
        readers -= 1
        condition.notify_all()


first = threading.Thread(target=read_then_write)
second = threading.Thread(target=read_then_write)
first.start()
second.start()
first.join()
second.join()
print(written)
