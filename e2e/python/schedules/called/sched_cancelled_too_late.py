"""An event that has left the scheduler's queue can no longer be cancelled."""
import sched
import threading

log = []


def act():
    log.append("acts")


scheduler = sched.scheduler()
event = scheduler.enter(0, 1, act)
thread = threading.Thread(target=scheduler.run)
thread.start()
try:
    scheduler.cancel(event)
    log.append("cancelled")
except ValueError:
    log.append("too late")
thread.join()
print(log)
