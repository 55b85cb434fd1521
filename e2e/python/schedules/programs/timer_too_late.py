"""The timer has run by the time it is cancelled."""
import threading
import time

timer = threading.Timer(0.05, print, ("boom",))
timer.start()
time.sleep(0.3)
timer.cancel()
timer.join()
print("cancelled")
