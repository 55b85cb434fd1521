"""Who is going to write does not read first."""
import threading

condition = threading.Condition()
readers = written = 0


def write():
    global written
    with condition:
        while readers > 0:
            condition.wait()
        written += 1
        condition.notify_all()


first = threading.Thread(target=write)
second = threading.Thread(target=write)
first.start()
second.start()
first.join()
second.join()
print(written)
