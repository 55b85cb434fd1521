"""os._exit ends everything at once: no threads waited for, nothing cleaned up."""

import atexit
import os
import sys
import threading
import time

atexit.register(print, "never")
threading.Thread(target=time.sleep, args=(30,)).start()
try:
    print("leaving")
    sys.stdout.flush()
    os._exit(5)
finally:
    print("never")
