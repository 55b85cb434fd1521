"""Exit functions come when all threads have ended, and finalizers after them."""
import atexit
import sys
import threading


class Noisy:
    def __del__(self):
        sys.stdout.write("gone\n")


noisy = Noisy()
atexit.register(sys.stdout.write, "exit\n")
thread = threading.Thread(target=sys.stdout.write, args=("thread\n",))
thread.start()
sys.stdout.write("main\n")
