"""While the barrier's action runs, all who came are still counted."""
import threading

log = []


def act():
    log.append("act")


barrier = threading.Barrier(2, action=act)
first = threading.Thread(target=barrier.wait)
second = threading.Thread(target=barrier.wait)
first.start()
second.start()
log.append(barrier.n_waiting)
first.join()
second.join()
print(log)
