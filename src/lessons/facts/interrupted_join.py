"""Up to 3.12, a join that Ctrl+C has interrupted takes the thread for ended; from 3.13 on it does not."""

import os
import signal
import sys
import threading
import time

thread = threading.Thread(target=time.sleep, args=(1,))
thread.start()
threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT)).start()
alive = None
try:
    thread.join()
except KeyboardInterrupt:
    alive = thread.is_alive()
print("holds" if alive == (sys.version_info >= (3, 13)) else alive)
