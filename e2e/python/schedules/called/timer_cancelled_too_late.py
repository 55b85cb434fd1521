"""`cancel` has no effect on a timer's function that is on its way already."""
import threading

log = []


def ring():
    log.append("ring")


timer = threading.Timer(0, ring)
timer.start()
timer.cancel()
log.append("cancelled")
timer.join()
print(log)
