"""Each waits for the other."""
import threading

log = []
ping_may = threading.Semaphore(1)
pong_may = threading.Semaphore(0)


def ping():
    for _ in range(3):
        ping_may.acquire()
        log.append("i")
        pong_may.release()


def pong():
    for _ in range(3):
        pong_may.acquire()
        log.append("o")
        ping_may.release()


first = threading.Thread(target=ping)
second = threading.Thread(target=pong)
first.start()
second.start()
first.join()
second.join()
print(*log)
