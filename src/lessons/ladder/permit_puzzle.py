"""Ada loads one file and Ben two, never both at once: a file may be skipped."""

import threading

permit = threading.Semaphore(1)
loading = 0
most = 0


def load(files):
    global loading, most
    for _ in range(files):
        try:
            if permit.acquire(blocking=False):
                loading += 1
                most = max(most, loading)
                loading -= 1
        finally:
            permit.release()


ada = threading.Thread(target=load, args=(1,), name="Ada")
ben = threading.Thread(target=load, args=(2,), name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("at most", most, "at once")
