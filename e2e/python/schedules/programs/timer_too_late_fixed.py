"""Cancelled in time, it never does."""
import threading

timer = threading.Timer(5, print, ("boom",))
timer.start()
timer.cancel()
timer.join()
print("cancelled")
