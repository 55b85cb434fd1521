"""A timer that rings twice looks once before each time."""
import threading

log = []


class Twice(threading.Timer):
    def run(self):
        for _ in range(2):
            if not self.finished.is_set():
                self.function()


def ring():
    log.append("ring")


timer = Twice(0, ring)
timer.start()
timer.cancel()
log.append("cancelled")
timer.join()
print(log)
