"""A timer that calls a method of a list, which is no function of the program's, is cancelled too late."""
import threading

log = []
timer = threading.Timer(0, log.append, ["ring"])
timer.start()
timer.cancel()
log.append("cancelled")
timer.join()
print(log)
