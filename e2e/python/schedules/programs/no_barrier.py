"""One thread may be two rounds ahead of the other."""
import threading

log = []


def work():
    log.append(1)
    log.append(2)


first = threading.Thread(target=work)
second = threading.Thread(target=work)
first.start()
second.start()
first.join()
second.join()
print(*log)
