"""join(timeout) gives up and says nothing; is_alive() tells."""

import threading
import time

thread = threading.Thread(target=time.sleep, args=(0.3,))
thread.start()
start = time.perf_counter()
print(thread.join(timeout=0.1), thread.is_alive())
print(f"{time.perf_counter() - start:.1f}")
print(thread.join(timeout=0), thread.is_alive())
print(thread.join(timeout=-1), thread.is_alive())
thread.join()
print(f"{time.perf_counter() - start:.1f}", thread.is_alive())
thread.join()
