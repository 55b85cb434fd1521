"""What it was called by, who it is, and what it wants done at its exit."""
import atexit
import sys
import threading

atexit.register(print, "exit")
threading.current_thread().name += " of the program"
print(sys.argv[0].endswith(".py"), len(sys.argv), threading.current_thread().name)
