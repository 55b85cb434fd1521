"""With a barrier nobody begins the second round before both have ended the first."""
import threading

log = []
barrier = threading.Barrier(2)


def work():
    log.append(1)
    barrier.wait()
    log.append(2)


first = threading.Thread(target=work)
second = threading.Thread(target=work)
first.start()
second.start()
first.join()
second.join()
print(*log)
