"""Pong follows ping, but nothing keeps ping from running ahead."""
import threading

log = []
pong_may = threading.Semaphore(0)


def ping():
    for _ in range(3):
        log.append("i")
        pong_may.release()


def pong():
    for _ in range(3):
        pong_may.acquire()
        log.append("o")


first = threading.Thread(target=ping)
second = threading.Thread(target=pong)
first.start()
second.start()
first.join()
second.join()
print(*log)
