"""Both producers find room for one."""
import threading

buffer = []
most = 0


def produce(item):
    global most
    if len(buffer) < 1:
        buffer.append(item)
        most = max(most, len(buffer))


first = threading.Thread(target=produce, args=("a",))
second = threading.Thread(target=produce, args=("b",))
first.start()
second.start()
first.join()
second.join()
print(most)
