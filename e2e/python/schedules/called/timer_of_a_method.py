"""The same where what the timer calls is no function of the program's."""
import threading

log = []
timer = threading.Timer(0, log.append, ["ring"])
timer.start()
timer.cancel()
log.append("cancelled")
timer.join()
print(log)
